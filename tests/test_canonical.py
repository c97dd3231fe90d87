from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc import canonical
from gidisc.canonical import Line, Normalized, Writer
from gidisc.source import Span

ONE_LINE = st.text(st.characters(codec=None, exclude_characters="\n"))
SIGNS = st.text(alphabet="|\\?_ %#~@^甲1", max_size=12)


@given(ONE_LINE | SIGNS)
def test_a_paragraph_survives_its_escape(text: str) -> None:
    assert canonical.unescape_paragraph(canonical.escape_paragraph(text)) == text


@pytest.mark.parametrize("text", ["# 号", "| 表", "%", "~", "?", "@", "^", "\\", "### 章"])
def test_a_paragraph_that_begins_with_a_sign_is_escaped(text: str) -> None:
    assert canonical.escape_paragraph(text) == "\\" + text


@pytest.mark.parametrize("text", ["一、主动公开", "全年 | 共12件", "（一）", " # 号", "12%"])
def test_other_paragraphs_stay_as_they_are(text: str) -> None:
    assert canonical.escape_paragraph(text) == text
    assert canonical.unescape_paragraph(text) == text


@given(ONE_LINE | SIGNS)
def test_a_cell_survives_its_escape(raw: str) -> None:
    assert canonical.unescape_cell(canonical.escape_cell(raw)) == raw


@given(ONE_LINE | SIGNS)
def test_an_escaped_cell_is_never_taken_for_a_sign_of_the_layout(raw: str) -> None:
    assert canonical.escape_cell(raw) not in (canonical.REFUSED, canonical.ABSENT)


@given(st.lists(ONE_LINE | SIGNS))
def test_a_line_splits_into_the_cells_that_it_was_made_from(cells: list[str]) -> None:
    label = "| 规章"
    printed = [canonical.escape_cell(cell) for cell in cells]
    line = label + "".join(f" | {cell}" if cell else " |" for cell in printed) + "\n"
    split = canonical.split_cells(line, len(label))
    assert [text for text, _, _ in split] == printed
    assert [line[low:high] for _, low, high in split] == printed


def test_blank_cells_stand_behind_their_bar() -> None:
    assert canonical.split_cells("| 规章 | | 3\n", 4) == [("", 6, 6), ("3", 9, 10)]


def within(run: tuple[int, ...], start: int, end: int) -> tuple[Span, ...]:
    """What of the source stands for a part of one run."""
    return Normalized(text="甲" * 30, source="乙" * 300, runs=array("q", run)).origin(start, end)


def test_a_run_of_equal_length_stands_character_for_character() -> None:
    assert within((10, 20, 110, 120), 12, 15) == (Span(start=112, end=115),)
    assert within((10, 20, 110, 120), 0, 15) == (Span(start=110, end=115),)
    assert within((10, 20, 110, 120), 15, 99) == (Span(start=115, end=120),)


def test_a_run_of_another_length_stands_as_a_whole() -> None:
    assert within((10, 20, 110, 113), 12, 15) == (Span(start=110, end=113),)


def test_origin() -> None:
    runs = array("q", (0, 5, 100, 105, 7, 9, 200, 209, 9, 12, 50, 53))
    normalized = Normalized(text="x" * 12, source="y" * 300, runs=runs)
    assert normalized.origin(0, 12) == (
        Span(start=100, end=105),
        Span(start=200, end=209),
        Span(start=50, end=53),
    )
    assert normalized.origin(3, 8) == (Span(start=103, end=105), Span(start=200, end=209))
    assert normalized.origin(5, 7) == ()
    assert normalized.origin(9, 10) == (Span(start=50, end=51),)
    assert normalized.origin(12, 20) == ()


def test_nothing_has_no_origin() -> None:
    normalized = Normalized(text="甲乙", source="甲乙", runs=array("q", (0, 2, 0, 2)))
    assert normalized.origin(1, 1) == ()
    assert normalized.origin(2, 1) == ()


def test_writer_prints_lines_and_keeps_where_they_came_from() -> None:
    source = "规 章：3"
    writer = Writer(source)
    writer.write([Line(0, [("| ", ()), ("规章", [(0, 1), (2, 3)]), (" | ", ()), ("3", [(4, 5)])])])
    writer.write([Line(5, [("? 甲", ())])])
    normalized = writer.normalized(())
    assert normalized.text == "%gidisc 1\n| 规章 | 3\n? 甲\n"
    assert normalized.source == source
    at = normalized.text.index("规章")
    assert normalized.origin(at, at + 2) == (Span(start=0, end=1), Span(start=2, end=3))
    at = normalized.text.index("3")
    assert normalized.origin(at, at + 1) == (Span(start=4, end=5),)
    assert normalized.origin(0, len(writer.normalized(()).text)) == (
        Span(start=0, end=1),
        Span(start=2, end=3),
        Span(start=4, end=5),
    )


def test_an_empty_part_leaves_no_run() -> None:
    writer = Writer("")
    writer.write([Line(0, [("", [(0, 0)]), ("甲", ())])])
    assert not writer.normalized(()).runs


@given(st.lists(st.lists(st.tuples(st.text("甲乙丙", max_size=3), st.integers(0, 9)), max_size=4), max_size=4))
def test_origin_gives_what_was_written(lines: list[list[tuple[str, int]]]) -> None:
    source = "丁" * 20
    writer = Writer(source)
    spans = [Span(start=start, end=start + len(text)) for line in lines for text, start in line if text]
    writer.write(Line(0, [(text, [(start, start + len(text))]) for text, start in line]) for line in lines)
    normalized = writer.normalized(())
    assert list(normalized.origin(0, len(normalized.text))) == spans
