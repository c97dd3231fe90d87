from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc.characters import INVISIBLE, RADICALS, display_width, fold, ordinary

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


def test_fold_keeps_the_length_of_every_code_point() -> None:
    folded = fold(EVERY_CHARACTER)
    assert len(folded) == len(EVERY_CHARACTER)
    assert [fold(character) for character in "ａ１⼀\ud800"] == ["a", "1", "一", "\ud800"]


def test_fold_is_idempotent_for_every_code_point() -> None:
    folded = fold(EVERY_CHARACTER)
    assert fold(folded) == folded


@given(st.text(st.characters(codec=None)))
def test_fold_works_character_by_character(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("（１，２３４）", "(1,234)"),
        ("［２０２１］", "[2021]"),
        ("﹝2019﹞60号", "〔2019〕60号"),
        ("⼆、主动公开", "二、主动公开"),
        ("⾒", "见"),
        ("⻅", "见"),
        ("\uf902", "车"),
        ("總計", "总计"),
        ("訴訟", "诉讼"),
        ("−3－3‐3", "-3-3-3"),
        ("–―", "——"),
        ("甲\u3000乙\xa0丙", "甲 乙 丙"),
        ("甲\u2028乙\x85", "甲\n乙\n"),
        ("甲\ufeff乙\u00ad", "甲\u200b乙\u200b"),
        ("²①", "²①"),
        ("\t\n\r", "\t\n\r"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_invisible_characters_fold_to_one_of_them() -> None:
    assert fold(INVISIBLE) == "\u200b" * len(INVISIBLE)


def test_every_radical_stands_for_an_ideograph() -> None:
    assert all(unicodedata.name(chr(radical)).startswith(("KANGXI", "CJK RADICAL")) for radical in RADICALS)
    assert all("IDEOGRAPH" in unicodedata.name(character) for character in RADICALS.values())
    assert set(range(0x2F00, 0x2FD6)) <= set(RADICALS)


def test_ordinary_replaces_radicals_and_nothing_else() -> None:
    assert ordinary("⼆、⾏政複議（３）") == "二、行政複議（３）"
    assert ordinary("plain ascii") == "plain ascii"
    changed = {character for character in EVERY_CHARACTER if ordinary(character) != character}
    assert changed == set(map(chr, RADICALS))


@pytest.mark.parametrize(("text", "width"), [("", 0), ("a1", 2), ("甲1", 3), ("ａ（", 4), ("─", 1)])
def test_wide_characters_count_two(text: str, width: int) -> None:
    assert display_width(text) == width
