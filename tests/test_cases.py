"""Every text in tests/cases gives what the JSON file beside it says."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gidisc
from gidisc.characters import ordinary
from gidisc.strategies.sheet import number

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def squeeze(text: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", ordinary(text or "")))


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[gidisc.Report, dict[str, Any]]:
    path: Path = request.param
    return gidisc.read(path), json.loads(path.with_suffix(".json").read_text("utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


def test_every_cell(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, truth = case
    found = {cell.key: cell.value for cell in gidisc.cells(report)}
    assert list(found) == list(truth["cells"])
    expected = {key: number(printed or "") for key, printed in truth["cells"].items()}
    assert {key: None if value is None else Decimal(value) for key, value in found.items()} == expected


def test_raw_text_and_span_of_every_cell(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, truth = case
    for cell in gidisc.cells(report):
        assert squeeze(cell.raw) == squeeze(truth["cells"][cell.key])
        if cell.raw:
            assert cell.span is not None
            assert squeeze(report.source[cell.span.start : cell.span.end]) == squeeze(cell.raw)


def test_facts(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, truth = case
    assert squeeze(report.title) == squeeze(truth["title"])
    assert (report.agency, report.year, report.edition) == (truth["agency"], truth["year"], truth["edition"])


def test_outline(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, truth = case
    assert [section.number for section in report.sections] == truth["sections"]


def test_prose(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, truth = case
    for section_number, paragraphs in truth["prose"].items():
        section = report.section(int(section_number))
        assert section is not None
        assert list(map(squeeze, section.text.splitlines())) == list(map(squeeze, paragraphs))


def test_accounting(case: tuple[gidisc.Report, dict[str, Any]]) -> None:
    report, _ = case
    at = 0
    for piece in report.accounting():
        assert piece.span.start >= at
        assert not report.source[at : piece.span.start].strip()
        at = piece.span.end
        assert piece.kind != gidisc.Kind.UNPARSED, report.source[piece.span.start : piece.span.end]
    assert not report.source[at:].strip()
