from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import gidisc
from examples import examples
from gidisc.form import Edition
from gidisc.schema import DIALECT
from gidisc.serialize import SCHEMA_VERSION
from gidisc.strategies import cases
from test_serialize import FAULTS, LEAN, REPORTS, drop
from texts import whole_report

VALIDATOR = Draft202012Validator(gidisc.json_schema())
FORMS: list[dict[str, bool]] = [{}, *LEAN]


def test_the_schema_is_one_of_draft_2020_12() -> None:
    assert gidisc.json_schema()["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(gidisc.json_schema())


def test_the_package_ships_what_the_model_gives() -> None:
    shipped = resources.files("gidisc").joinpath("report.schema.json").read_text("utf-8")
    printed = subprocess.run([sys.executable, "-m", "gidisc.schema"], capture_output=True, check=True).stdout
    assert json.loads(shipped) == gidisc.json_schema()
    assert printed.decode() == shipped


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_fits(report: gidisc.Report, form: dict[str, bool]) -> None:
    VALIDATOR.validate(gidisc.to_dict(report, **form))


# Validating takes longer than parsing, and what differs from report to report is little.
@settings(max_examples=examples(12))
@given(cases(damage="any"), st.sampled_from(FORMS))
def test_every_report_fits(case: Any, form: dict[str, bool]) -> None:
    try:
        report = gidisc.parse(case.text)
    except gidisc.ParseError:
        return
    VALIDATOR.validate(json.loads(gidisc.to_json(report, **form)))


@pytest.mark.parametrize(("change", "problem"), FAULTS)
def test_what_cannot_be_read_does_not_fit(change: Any, problem: str) -> None:
    data = gidisc.to_dict(gidisc.parse(whole_report()), spans=False, source=False)
    change(data)
    # JSON Schema has no whole number other than one without a fraction, and Python's `$` fits before a line end.
    assert VALIDATOR.is_valid(data) is (problem.startswith(("2022.0", r"'1\n'")))


def test_only_what_lean_forms_leave_out_may_be_missing() -> None:
    lean = gidisc.to_dict(gidisc.parse(whole_report(Edition.FORM_2019)), spans=False, source=False)
    for field in lean:
        data = dict(lean)
        drop(field)(data)
        assert not VALIDATOR.is_valid(data)


DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.json"), key=lambda file: int(file.stem))
"""A document as each version of the schema had it, never changed."""


def within(old: Any, new: Any) -> bool:
    """Whether plain data is all there in other data, which may have more fields."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and within(old[key], new[key]) for key in old)
    if isinstance(old, list):
        return isinstance(new, list) and len(old) == len(new) and all(map(within, old, new))
    return bool(old == new)


def test_there_is_a_document_of_every_version() -> None:
    assert [int(file.stem) for file in DOCUMENTS] == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_documents_of_every_version_are_read(file: Path) -> None:
    report = gidisc.from_json(file.read_text("utf-8"))
    assert (report.agency, report.year) == ("云岭县商务局", 2022)
    assert [str(cell.value) for cell in gidisc.cells(report) if cell.value] == ["1", "83.8778", "1", "1"]


def test_the_version_rises_where_a_document_would_be_misread() -> None:
    data = json.loads(DOCUMENTS[-1].read_text("utf-8"))
    VALIDATOR.validate(data)
    assert within(data, gidisc.to_dict(gidisc.from_dict(data)))
    assert not within(data, {**data, "year": None})
    assert not within(data, {**data, "sections": data["sections"][1:]})
