"""Places marked under their lines, as wide as a terminal shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gidisc.cli.messages import marked
from gidisc.cli.streams import printable
from gidisc.source import Source, Span


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "mark"),
    [
        ("本年新收 35 件", 5, 7, "本年新收 35 件", "         ^^"),
        ("本年新收 35 件", 2, 4, "本年新收 35 件", "    ^^^^"),
        ("甲\n乙\t３５\r\n丙", 4, 6, "乙 ３５", "   ^^^^"),
        ("甲\u200b\u200b乙 3", 5, 6, "甲乙 3", "     ^"),
        ("é\u0301e\u0301 3", 5, 6, "é\u0301e\u0301 3", "   ^"),
        ("𠀀𠀁 3", 3, 4, "𠀀𠀁 3", "     ^"),
        ("甲　乙", 2, 3, "甲　乙", "    ^^"),
        ("甲\n乙", 0, 3, "甲", "^^"),
        ("甲\n", 1, 2, "甲", "  ^"),
        ("甲\n", 2, 2, "", "^"),
    ],
)
def test_the_mark_stands_under_its_place(text: str, start: int, end: int, line: str, mark: str) -> None:
    assert marked(Source(text), Span(start=start, end=end)) == (line, mark)


def test_a_long_line_is_cut_on_both_sides() -> None:
    line, mark = marked(Source("甲" * 500 + "乙丙" + "丁" * 500), Span(start=500, end=502))
    assert line == "甲" * 20 + "乙丙" + "丁" * 14
    assert mark == " " * 40 + "^^^^"


def test_a_long_place_is_cut() -> None:
    line, mark = marked(Source("甲" * 500), Span(start=0, end=500))
    assert (cell_len(line), mark) == (72, "^" * 72)


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_the_mark_is_never_wider_than_a_terminal(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    line, mark = marked(Source(text), Span(start=start, end=min(len(text), start + length)))
    assert cell_len(line) <= 72
    assert len(mark) <= 73
    assert mark.strip(" ").strip("^") == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [("甲\x1b[2J乙", "甲[2J乙"), ("a\u202eb\u2066c", "abc"), ("甲\r\n\t乙", "甲   乙"), ("　甲", "　甲")],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown
