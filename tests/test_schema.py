from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import gidisc
from gidisc.form import Edition
from gidisc.schema import DIALECT
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
@settings(max_examples=12)
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
