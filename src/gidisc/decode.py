"""From the bytes of a text file to its text."""

from __future__ import annotations

import codecs
import contextlib

from gidisc.diagnostics import Diagnostic, ParseError, diagnose
from gidisc.source import Source

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030")
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030"}


def decode(data: bytes, *, name: str | None = None, encoding: str | None = None) -> tuple[str, Diagnostic]:
    """The text of the bytes, newlines untouched, and a diagnostic that says which encoding it is in.

    `encoding` is one that Python knows; without it UTF-8 (with or without byte order mark), UTF-16 with one, and
    GB18030 are tried. `name` names the text in diagnostics. Raises `ParseError` (`undecodable`) where none fits,
    `LookupError` where Python has no text encoding of that name.
    """
    if encoding is not None:
        require_encoding(encoding)
    tried = _candidates(data) if encoding is None else [encoding]
    for candidate in tried:
        try:
            text = data.decode(candidate)
        except UnicodeError:
            continue
        return text, diagnose(Source(text), "encoding", name=name, encoding=_name(candidate))
    names = ", ".join(map(_name, tried))
    raise ParseError((diagnose(Source(""), "undecodable", name=name, tried=names),))


def require_encoding(name: str) -> None:
    """Raise `LookupError` where Python has no text encoding of that name."""
    # Python looks no encoding up where there are no bytes; a blank may not fit one with more than a byte a character.
    with contextlib.suppress(UnicodeError):
        b" ".decode(name)


def _candidates(data: bytes) -> list[str]:
    return [encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)] or list(_ENCODINGS)


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding)
