"""The examples in docstrings, run where they stand."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pathlib
import pkgutil
import shutil
from pathlib import Path

import pytest

import gidisc

EXAMPLE = Path(__file__).parent / "cases" / "cell_lines.txt"
MODULES = ["gidisc", *(module.name for module in pkgutil.walk_packages(gidisc.__path__, "gidisc."))]
OPTIONS = doctest.ELLIPSIS | doctest.REPORT_NDIFF
WITH_EXAMPLES = sorted(set(gidisc.__all__) - {"normalize"})
"""`normalize` has its example on the page of the canonical layout."""


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(EXAMPLE, tmp_path / "report.txt")
    monkeypatch.chdir(tmp_path)
    module = importlib.import_module(name)
    assert doctest.testmod(module, extraglobs={"gidisc": gidisc, "pathlib": pathlib}, optionflags=OPTIONS).failed == 0


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_function_has_an_example(name: str) -> None:
    function = getattr(gidisc, name)
    assert not inspect.isfunction(function) or ">>> " in (function.__doc__ or "")
