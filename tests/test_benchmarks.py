"""The benchmark runs; what it measures is for people to judge."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HANGS_AFTER = 600
"""Seconds; it takes a few."""
CASES = ROOT / "tests" / "cases"


@pytest.fixture(scope="module")
def printed() -> dict[str, float]:
    """Every line of the short form: what was measured, and the figure."""
    line = [sys.executable, "benchmarks/run.py", "--short", str(CASES)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=HANGS_AFTER)
    assert (done.returncode, done.stderr) == (0, "")
    rows = (re.fullmatch(r"(\S.*?) +(-?[0-9]+\.[0-9]{2})(?:  .*)?", row) for row in done.stdout.splitlines())
    return {row[1]: float(row[2]) for row in rows if row}


def test_every_sample_and_every_folder_is_timed(printed: dict[str, float]) -> None:
    samples = [path.stem for path in CASES.glob("*.txt")]
    assert all(printed[name] > 0 for name in samples)
    assert 0 < printed[f"cases: median of {len(samples)}"] <= printed["cases: worst"]


def test_growth_memory_and_start_are_measured(printed: dict[str, float]) -> None:
    assert sum(name.endswith(": exponent") for name in printed) >= 10
    assert printed["a report: peak / text"] > 0
    assert "blocks held more after 100 parses" in printed
    assert printed["import gidisc / import attrs"] > 0
    assert printed["first report / lark, attrs and the parser"] > 0


def test_the_page_of_a_report_holds_its_tables_and_its_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    import inputs

    page = inputs.page("甲<乙\n规章\t1\t2\n行政许可\t3\n丙\n丁\t4")
    assert page == (
        "<!DOCTYPE html><html><body><p>甲&lt;乙</p><table><tr><td>规章</td><td>1</td><td>2</td></tr>"
        "<tr><td>行政许可</td><td>3</td></tr></table><p>丙</p><table><tr><td>丁</td><td>4</td></tr></table></body></html>"
    )
