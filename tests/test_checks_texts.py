"""The checks on texts in any layout, damaged or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import gidisc
from examples import examples
from gidisc.diagnostics import Severity
from gidisc.strategies import Case, cases, contents
from gidisc.strategies.cases import lay_out
from gidisc.strategies.layouts import LAYOUTS


@st.composite
def consistent(draw: st.DrawFn) -> Case:
    """A report whose sums hold and that has no blanks, in any layout."""
    content = draw(contents(regime=draw(st.sampled_from(("zeros", "small", "city")))))
    return lay_out(content, draw(st.sampled_from(sorted(LAYOUTS))), None, draw(st.randoms(use_true_random=False)))


@settings(max_examples=examples(40))
@given(consistent())
def test_a_consistent_report_has_no_error_and_no_warning_in_any_layout(case: Case) -> None:
    found = gidisc.check(gidisc.parse(case.text))
    assert [diagnostic.message for diagnostic in found if diagnostic.severity is not Severity.INFO] == []


@settings(max_examples=examples(40))
@given(cases(regime="slips"))
def test_a_slip_breaks_no_sum_that_it_is_no_part_of(case: Case) -> None:
    (slip,) = case.content.slips
    errors = [held for held in gidisc.check(gidisc.parse(case.text)) if held.severity is Severity.ERROR]
    assert all(slip.key in diagnostic.cells for diagnostic in errors)


@settings(max_examples=examples(40))
@given(cases(damage="any"))
def test_findings_stand_in_the_text_whatever_the_damage(case: Case) -> None:
    try:
        report = gidisc.parse(case.text, name="a.txt")
    except gidisc.ParseError:
        return
    found = gidisc.check(report)
    for diagnostic in found:
        assert all(0 <= place.span.start < place.span.end <= len(case.text) for place in diagnostic.places)
        assert (diagnostic.line is None) is (not diagnostic.places)
    assert gidisc.check(gidisc.from_dict(gidisc.to_dict(report))) == found
