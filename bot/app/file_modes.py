"""What others on the same machine may not read: the token, and what the bot keeps."""

from __future__ import annotations

import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)

_FOLDER, _STATE, _ENV = Path(".verbatim"), "state.db*", Path(".env")
_OTHERS = 0o077


def keep_private() -> None:
    """Take from others what they may do with the folder and the database of old versions; warn of `.env`.

    A database that the settings name elsewhere is left to who put it there. Windows has no such modes.
    """
    if os.name != "posix":
        return
    open_ = [path for path in (_FOLDER, *sorted(_FOLDER.glob(_STATE))) if _open_to_others(path)]
    names = ", ".join(map(str, open_))
    try:
        for path in open_:
            path.chmod(path.stat().st_mode & ~_OTHERS & 0o777)
    except OSError as error:
        log.warning("others can read %s, where the bot keeps its state: %s", names, error.strerror)
    else:
        if open_:
            log.warning("others could read %s: now only its owner can", names)
    if _open_to_others(_ENV):
        log.warning("others can read .env, which may hold the token: chmod 600 .env")


def _open_to_others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False  # it is not there
