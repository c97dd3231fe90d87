"""Time grows with the text and no faster, whatever stands in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from inputs import GROWING  # noqa: E402

SIZE = 32
"""Reports' worth of text: about a second where time is linear, minutes where a pattern tries every pair."""
HANGS_AFTER = 60

CODE = """
import sys; sys.path.insert(0, {folder!r})
from inputs import GROWING
from measures import parse
import gidisc
report = parse(GROWING[{name!r}]({size}))
if isinstance(report, gidisc.Report): gidisc.check(report)
"""


@pytest.mark.parametrize("name", GROWING)
def test_no_text_hangs(name: str) -> None:
    code = CODE.format(folder=str(BENCHMARKS), name=name, size=SIZE)
    subprocess.run([sys.executable, "-c", code], check=True, timeout=HANGS_AFTER)


def test_the_smallest_of_each_is_as_long_as_a_report() -> None:
    assert all(500 <= len(make(1)) <= 4000 and len(make(4)) > 3 * len(make(1)) for make in GROWING.values())
