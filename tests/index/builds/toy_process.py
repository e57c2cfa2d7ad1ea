"""The building process with a toy encoder, which waits for ever at a text that has the word "wait"."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from index.builds.serving import serve
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Vectors


class WaitingEncoder(ToyEncoder):
    def encode(self, texts: Sequence[str]) -> Vectors:
        if any("wait" in text for text in texts):
            time.sleep(3600)
        if any("die" in text for text in texts):
            raise SystemExit("it was asked to die")
        print(f"embedded {len(texts)} texts")  # noqa: T201 - as a library might
        return super().encode(texts)


if __name__ == "__main__":
    serve(lambda build: WaitingEncoder(digest=build.model))
