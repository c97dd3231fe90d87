"""Output that appears whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A new file beside `path` to write to. It takes the place of `path` at the end, and is removed on any exception.

    Raises `OSError` with the name of `path` where no file can be made there, or where it is something else than a
    regular file, such as a folder or a device.
    """
    # Through a symbolic link, so that the link stays one.
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a regular file; give the path of a file to write", os.fspath(path))
    # The suffix stays the last one, because libraries look at it.
    beside = target.with_name(f".{target.stem[:100]}.{secrets.token_hex(4)}{target.suffix}")
    try:
        beside.touch(exist_ok=False)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error
    try:
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        yield beside
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
