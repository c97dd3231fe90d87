"""Invented reports in any layout, for tests and fuzzing (`pip install gidisc[fuzz]`).

    from gidisc.strategies import cases, compare

    @given(cases())
    def test_no_wrong_number(case):
        assert not compare(case.content, gidisc.parse(case.text), case.laid, case.damaged).wrong

`python -m gidisc.strategies --help` shows how every layout fares.
"""

try:
    import hypothesis  # noqa: F401 - only to say which extra is missing
except ImportError as error:
    raise ImportError("gidisc.strategies needs hypothesis: pip install gidisc[fuzz]") from error

from gidisc.strategies.cases import Case, cases, contents, make_case
from gidisc.strategies.content import REGIME_NAMES, Content, Slip, make_content
from gidisc.strategies.damage import DAMAGES, Damage
from gidisc.strategies.judge import Difference, Verdict, compare
from gidisc.strategies.layouts import LAYOUTS, Layout
from gidisc.strategies.sheet import Sheet

__all__ = [
    "DAMAGES",
    "LAYOUTS",
    "REGIME_NAMES",
    "Case",
    "Content",
    "Damage",
    "Difference",
    "Layout",
    "Sheet",
    "Slip",
    "Verdict",
    "cases",
    "compare",
    "contents",
    "make_case",
    "make_content",
]
