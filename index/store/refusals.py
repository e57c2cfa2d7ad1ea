"""Why the disk refused a write -> one sentence that says what to do."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

from index.errors import SnapshotError

if TYPE_CHECKING:
    from pathlib import Path

_ELSEWHERE = "name another folder in VERBATIM_INDEX"
_ADVICE = {
    errno.ENOSPC: f"free some space, or {_ELSEWHERE}",
    errno.EDQUOT: f"remove files of yours or have the quota raised, or {_ELSEWHERE}",
    errno.EFBIG: "raise the limit on the size of files (ulimit -f)",
    errno.EACCES: f"let this user write there, or {_ELSEWHERE}",
    errno.EPERM: f"let this user write there, or {_ELSEWHERE}",
    errno.EROFS: _ELSEWHERE,
}
_MIB = 2**20


def refused(index: Path, error: OSError, *, least: int = 0) -> SnapshotError:
    """Say why an index cannot be written.

    Args:
        index: the index folder.
        error: what the disk said; without a reason, part of a file found no room.
        least: how many bytes the index takes at least, 0 where that is not known.

    """
    code = errno.ENOSPC if error.errno is None else error.errno
    reason = error.strerror or f"there was no room for all of it ({error})"
    if code == errno.ENOSPC and least:
        free = shutil.disk_usage(index).free
        reason += f" (it takes at least {least / _MIB:,.1f} MiB, {free / _MIB:,.1f} MiB are free)"
    advice = _ADVICE.get(code, _ELSEWHERE)
    return SnapshotError(f"the index in {index} cannot be written: {reason}: {advice}")
