from __future__ import annotations

import copy
import pickle
import string

import pytest

from gidisc.diagnostics import CATALOGUE, Diagnostic, NotAReportError, ParseError, Severity, diagnose
from gidisc.source import Place, Source, Span

SOURCE = Source("前言\n本年新收 3 件\n")
SPAN = Span(start=8, end=9)


def arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def is_chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_entry_speaks_both_languages_with_the_same_arguments(code: str) -> None:
    entry = CATALOGUE[code]
    assert arguments(entry.message) == arguments(entry.message_zh)
    assert entry.message.isascii()
    assert is_chinese(entry.message_zh)
    assert entry.severity in Severity


def test_codes_are_words_joined_by_hyphens() -> None:
    assert all(code == code.lower() and code.replace("-", "").isalpha() for code in CATALOGUE)


def test_messages_are_distinct() -> None:
    assert len({entry.message for entry in CATALOGUE.values()}) == len(CATALOGUE)
    assert len({entry.message_zh for entry in CATALOGUE.values()}) == len(CATALOGUE)


def test_a_diagnostic_points_to_its_places() -> None:
    found = diagnose(
        SOURCE, "not-a-number", SPAN, Span(start=0, end=2), name="a.txt", cells=("t.r.c",), printed="三", key="t.r.c"
    )
    assert found == Diagnostic(
        code="not-a-number",
        severity=Severity.WARNING,
        message="三 in t.r.c is no single number; the cell has no value",
        message_zh="t.r.c中的“三”不是单一数字，该单元格无数值",
        places=(Place(name="a.txt", span=SPAN), Place(name="a.txt", span=Span(start=0, end=2))),
        line=2,
        column=6,
        excerpt="本年新收 3 件",
        cells=("t.r.c",),
    )


def test_a_diagnostic_without_a_place_has_no_line() -> None:
    found = diagnose(SOURCE, "table-missing", number=2, label="主动公开政府信息情况")
    assert (found.places, found.line, found.column, found.excerpt) == ((), None, None, "")


def placed() -> Diagnostic:
    return diagnose(SOURCE, "cell-refused", SPAN, label="granted", printed="3 5")


def unplaced() -> Diagnostic:
    return diagnose(SOURCE, "not-a-report")


def test_an_error_carries_its_first_diagnostic() -> None:
    error = ParseError((placed(), unplaced()))
    assert isinstance(error, ValueError)
    assert (error.code, error.span, error.line, error.column) == ("cell-refused", SPAN, 2, 6)
    assert error.excerpt == "本年新收 3 件"
    assert error.diagnostics == (placed(), unplaced())
    assert ParseError((unplaced(),)).span is None


def test_an_error_says_where_and_what() -> None:
    assert str(ParseError((placed(),))) == (
        "line 2, column 6: the text does not settle which cells of granted hold 3 5; look at the original page "
        "(本年新收 3 件) [cell-refused]"
    )
    assert str(NotAReportError((unplaced(),))) == (
        "no heading and no table of the official form was found; pass the text of one annual report [not-a-report]"
    )


@pytest.mark.parametrize("kind", [ParseError, NotAReportError])
@pytest.mark.parametrize("diagnostics", [(placed(), unplaced()), (unplaced(),)])
def test_an_error_survives_pickling_and_copying(kind: type[ParseError], diagnostics: tuple[Diagnostic, ...]) -> None:
    error = kind(diagnostics)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is kind
        assert str(again) == str(error)
        assert again.diagnostics == error.diagnostics
        assert vars(again) == vars(error)
