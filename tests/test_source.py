from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc.source import Source, Span, hull


def test_hull() -> None:
    stretches = [(5, 9), (1, 2), (6, 7)]
    assert hull(stretches) == Span(start=1, end=9)
    assert hull(stretches[:1]) == Span(start=5, end=9)
    assert hull([]) is None


def test_spans_are_ordered_by_their_start() -> None:
    assert sorted([Span(start=3, end=4), Span(start=1, end=9), Span(start=1, end=2)]) == [
        Span(start=1, end=2),
        Span(start=1, end=9),
        Span(start=3, end=4),
    ]


def test_spans_are_compared_with_spans_alone() -> None:
    assert Span(start=1, end=2) <= Span(start=1, end=2) < Span(start=1, end=3)
    with pytest.raises(TypeError, match="not supported between instances of 'Span' and 'tuple'"):
        _ = Span(start=1, end=2) < (1, 3)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("offset", "position"), [(0, (1, 1)), (1, (1, 2)), (3, (2, 1)), (5, (3, 1)), (7, (4, 1)), (9, (4, 3))]
)
def test_position_counts_code_points_under_every_kind_of_line_end(offset: int, position: tuple[int, int]) -> None:
    assert Source("年\r\n报\r告\n字𠀀。").position(offset) == position


def test_a_form_feed_begins_no_line() -> None:
    assert Source("一\f二\u2028三").position(4) == (1, 5)


def test_excerpt_is_the_line_around_the_start() -> None:
    text = "前一行\n本年新收\t 3  件\n后一行"
    start = text.index("新收")
    assert Source(text).excerpt(Span(start=start, end=start + 40)) == "本年新收 3 件"


def test_excerpt_of_a_long_line_is_cut() -> None:
    source = Source("甲" * 100 + "乙" + "丙" * 100)
    excerpt = source.excerpt(Span(start=100, end=101))
    assert excerpt == "甲" * 20 + "乙" + "丙" * 19


@given(st.text(alphabet="甲 \t\r\n", max_size=30), st.integers(0, 30))
def test_position_leads_back_to_the_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = Source(text).position(offset)
    starts = [0]
    for at, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    assert starts[line - 1] + column - 1 == offset
    assert column >= 1


@given(st.text(max_size=60), st.integers(0, 60))
def test_excerpt_is_one_short_line(text: str, start: int) -> None:
    start = min(start, len(text))
    excerpt = Source(text).excerpt(Span(start=start, end=len(text)))
    assert len(excerpt) <= 40
    assert "\n" not in excerpt
    assert excerpt == excerpt.strip()


@given(st.text(alphabet="甲 \r\n", max_size=30), st.integers(0, 30))
def test_line_is_what_stands_between_line_ends(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line = Source(text).line(offset)
    number, column = Source(text).position(offset)
    assert text[line.start : line.end] == re.split(r"\r\n|[\r\n]", text)[number - 1]
    assert line.start == offset - column + 1


def test_stretches_are_in_the_order_of_where_they_start() -> None:
    stretches = [Span(start=3, end=4), Span(start=1, end=9), Span(start=1, end=2)]
    assert sorted(stretches) == [Span(start=1, end=2), Span(start=1, end=9), Span(start=3, end=4)]
    with pytest.raises(TypeError, match="'<' not supported"):
        assert stretches[0] < 3  # type: ignore[operator]
