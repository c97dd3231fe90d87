from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from gidisc import Status
from gidisc.rows import LONG

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_is_what_the_form_and_the_model_give(capsys: pytest.CaptureFixture[str]) -> None:
    made = runpy.run_path(str(DOCS / "data_dictionary.py"), run_name="__main__")
    assert capsys.readouterr().out == (DOCS / "data-dictionary.md").read_text("utf-8")
    assert list(made["STATUSES"]) == [status.value for status in Status]


def test_every_column_says_what_it_means() -> None:
    assert all(field.meaning for field in LONG)
