"""Bytes become text in the first encoding that fits, and the choice is told."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc.decode import decode
from gidisc.diagnostics import ParseError, Severity

TEXT = "一、总体情况\r\n全年平稳。\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_the_encoding_is_found_and_told(data: bytes, name: str) -> None:
    text, told = decode(data, name="a.txt")
    assert text == TEXT
    assert (told.code, told.severity, told.places) == ("encoding", Severity.INFO, ())
    assert told.message == f"the file was read as {name}"


def test_an_encoding_that_is_named_is_the_only_one_tried() -> None:
    text, told = decode(TEXT.encode("big5", "ignore"), encoding="big5")
    assert text == TEXT.encode("big5", "ignore").decode("big5")
    assert told.message == "the file was read as big5"
    with pytest.raises(ParseError) as caught:
        decode(TEXT.encode(), name="a.txt", encoding="ascii")
    assert str(caught.value) == "the file is in none of the encodings tried: ascii; convert it to UTF-8 [undecodable]"


@pytest.mark.parametrize(
    ("data", "tried"),
    [
        (b"\xff\xff\xff", "UTF-8, GB18030"),
        (codecs.BOM_UTF16_LE + b"\x00", "UTF-16"),
        (codecs.BOM_UTF8 + b"\xff", "UTF-8"),
    ],
)
def test_bytes_in_no_encoding_are_an_error_that_names_those_tried(data: bytes, tried: str) -> None:
    with pytest.raises(ParseError) as caught:
        decode(data)
    assert caught.value.code == "undecodable"
    assert f"encodings tried: {tried};" in str(caught.value)


@pytest.mark.parametrize("name", ["klingon", "hex"])
@pytest.mark.parametrize("data", [b"", b" "])
def test_an_encoding_that_python_does_not_have(data: bytes, name: str) -> None:
    with pytest.raises(LookupError):
        decode(data, encoding=name)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_what_was_encoded_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding, "replace"), encoding=encoding)[0] == text.encode(encoding, "replace").decode(
        encoding
    )


@given(st.binary())
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    with contextlib.suppress(ParseError):
        text, told = decode(data)
        assert told.code == "encoding"
        assert text in {data.decode(encoding, "replace") for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030")}
