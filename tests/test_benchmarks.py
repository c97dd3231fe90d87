"""The benchmark runs; what it measures is for people to judge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HANGS_AFTER = 600
"""Seconds; it takes a few."""


def test_the_benchmark_prints_ratios_and_exponents() -> None:
    line = [sys.executable, "benchmarks/run.py", "--short"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=HANGS_AFTER)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(path.stem in done.stdout for path in (ROOT / "tests" / "cases").glob("*.txt"))
    assert "exponent" in done.stdout
    assert "import gidisc / import attrs" in done.stdout
