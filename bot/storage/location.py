"""The address of a storage -> the file system and the folder in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_LOCAL = "file"
_PACKAGES = {_LOCAL: None, "memory": None, "s3": "s3fs", "gs": "gcsfs", "abfs": "adlfs"}
"""The ways to a storage, and the package that each needs beside fsspec."""


def check_address(address: str) -> None:
    """Check that the storage of an address could be used, without reaching for it.

    Raises:
        ValueError: it is of an unknown kind, or needs a package that is not there; the message repeats
            nothing of it but the kind.

    """
    import fsspec

    protocol = _protocol(address)
    if protocol not in _PACKAGES or not address.partition("://")[2 if "://" in address else 0]:
        raise ValueError(
            "expected a folder, or s3://BUCKET/FOLDER, gs://BUCKET/FOLDER, abfs://CONTAINER/FOLDER"
            " or memory://FOLDER"
        )
    try:
        fsspec.get_filesystem_class(protocol)
    except ImportError:
        package = _PACKAGES[protocol]
        raise ValueError(
            f"{protocol}:// needs a package that is not installed: .venv/bin/pip install {package}"
        ) from None


def reach(address: str) -> tuple[AbstractFileSystem, str]:
    """Return the file system of an address, and the folder in it, which need not be there yet.

    Raises:
        ValueError: as from `check_address`.
        Exception: whatever the file system fails with.

    """
    import fsspec

    check_address(address)
    # What other machines put there is to be seen at once, so that no listing may be kept.
    system, folder = fsspec.url_to_fs(address, use_listings_cache=False)
    return system, folder.rstrip("/")


def is_local(system: AbstractFileSystem) -> bool:
    """Whether its files are those of this machine."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(system, LocalFileSystem)


def _protocol(address: str) -> str:
    return address.partition("://")[0] if "://" in address else _LOCAL
