"""The building process with a toy encoder, whose model is named like a file that tests may make.

At a text with the word "wait" it waits until there is that file; at one with "die" it dies if there is none,
and at "once" makes it before.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from index.builds.serving import serve
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Vectors


class WaitingEncoder(ToyEncoder):
    def encode(self, texts: Sequence[str]) -> Vectors:
        words = {word for text in texts for word in text.split()}
        sign = Path(self.digest)
        while "wait" in words and not sign.exists():
            time.sleep(0.01)
        if "die" in words and not sign.exists():
            if "once" in words:
                sign.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        print(f"embedded {len(texts)} texts")  # noqa: T201 - as a library might
        return super().encode(texts)


if __name__ == "__main__":
    serve(lambda build: WaitingEncoder(digest=build.model))
