"""What a report says does not depend on its layout, and nothing that is read is wrong."""

from __future__ import annotations

import functools

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import gidisc
from examples import examples
from gidisc.form import Edition
from gidisc.normalize.page.frames import without_frames
from gidisc.strategies import DAMAGES, LAYOUTS, REGIME_NAMES, Case, Verdict, cases, compare, make_case
from gidisc.strategies.judge import gaps

# Every cell that the layout leaves clear is read, however many cells are blank.
READ_WHOLE = (
    "columns_by_characters",
    "columns_by_width",
    "columns_of_two_kinds",
    "columns_roughly",
    "columns_with_wrapped_heads",
    "comma",
    "comma_quoted",
    "grid_tsv",
    "group_after_first",
    "group_beside_middle",
    "key_value",
    "one_line",
    "semicolon",
    "spaces",
    "spaces_before_cells",
    "wrapped_first",
    "wrapped_last",
    "wrapped_middle",
)
# Nearly every cell is read; a label broken by a page or by the lines of its neighbours costs its row.
READ_NEARLY_WHOLE = ("columns_by_page", "columns_by_page_unmarked", "drawn_without_rules", "pdf_lines")
# Every cell is read where no row is partly blank; of rows with blanks, some are refused.
READ_WHOLE_WHEN_FULL = (
    "ampersand",
    "anchors_tsv",
    "bar_lines",
    "bars",
    "cell_lines",
    "cell_lines_apart",
    "cell_lines_apart_dropped",
    "cell_lines_dropped",
    "cell_lines_tab",
    "cell_paragraphs",
    "commanded",
    "covered_cells",
    "double_bars",
    "drawn_ascii",
    "drawn_box",
    "drawn_crosses",
    "html_lines",
    "html_one_line",
    "label_list",
    "markdown",
    "markdown_marked",
    "ragged_tsv",
    "repeated_tsv",
    "signs",
    "tables_behind",
    "typeset",
    "wiki_lines",
)
UNCLEAR = tuple(sorted(name for name, layout in LAYOUTS.items() if not layout.clear))

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

FULL_REGIMES = ("zeros", "small", "city", "telling", "slips")
# A report that is made smaller is another report: the first that fails is as telling as any. The examples are the same
# in every run of the quick profile; `python -m gidisc.strategies --damage any` tries as many others as one likes.
SAME_EXAMPLES = settings(derandomize=examples(1) == 1, phases=(Phase.explicit, Phase.generate))

SEEDS = {regime: seed for seed, regime in enumerate(REGIME_NAMES, start=40)}


def judge(case: Case) -> Verdict:
    """How the report of a case agrees with its content; texts of which nothing can be read say nothing wrong."""
    try:
        report = gidisc.parse(case.text)
    except gidisc.ParseError:
        report = None
    if report is not None:
        assert not gaps(report), explained(case, "accounting leaves something out")
    return compare(case.content, report, case.laid, case.damaged)


def explained(case: Case, complaint: object) -> str:
    """A complaint with the text that it is about."""
    return f"{case.layout}, {case.damage or 'no damage'}, {case.content.regime}: {complaint}\n{case.text}"


def not_right(case: Case, verdict: Verdict) -> list[str]:
    """The clear cells of a case that the report does not give."""
    return [key for key in case.content.cells if key.split(".")[0] in case.clear and key not in verdict.right]


def assert_nothing_is_wrong(case: Case) -> None:
    verdict = judge(case)
    assert not verdict.wrong, explained(case, verdict.wrong[:3])
    assert not verdict.claims, explained(case, verdict.claims)


def assert_read_whole(case: Case) -> None:
    verdict = judge(case)
    assert not verdict.wrong, explained(case, verdict.wrong[:3])
    assert not verdict.claims, explained(case, verdict.claims)
    assert not not_right(case, verdict), explained(case, not_right(case, verdict)[:3])


def test_every_layout_is_in_one_table() -> None:
    tables = [*READ_WHOLE, *READ_NEARLY_WHOLE, *READ_WHOLE_WHEN_FULL, *UNCLEAR]
    assert sorted(tables) == sorted(LAYOUTS)


@pytest.mark.parametrize("layout", READ_WHOLE)
@pytest.mark.parametrize("regime", REGIME_NAMES)
def test_layouts_that_are_read_whole(layout: str, regime: str) -> None:
    assert_read_whole(make_case(SEEDS[regime], layout, regime=regime))


@pytest.mark.parametrize("layout", READ_NEARLY_WHOLE)
@pytest.mark.parametrize("regime", REGIME_NAMES)
def test_layouts_that_are_read_nearly_whole(layout: str, regime: str) -> None:
    case = make_case(SEEDS[regime], layout, regime=regime)
    assert_nothing_is_wrong(case)
    missed = not_right(case, judge(case))
    assert len(missed) <= len(case.content.cells) // 10, explained(case, missed)


@pytest.mark.parametrize("layout", READ_WHOLE_WHEN_FULL)
@pytest.mark.parametrize("regime", FULL_REGIMES)
def test_layouts_that_are_read_whole_when_no_row_is_partly_blank(layout: str, regime: str) -> None:
    assert_read_whole(make_case(SEEDS[regime], layout, regime=regime))


@pytest.mark.parametrize("layout", READ_WHOLE_WHEN_FULL)
@pytest.mark.parametrize("regime", sorted(set(REGIME_NAMES) - set(FULL_REGIMES)))
def test_rows_with_blanks_are_right_or_refused(layout: str, regime: str) -> None:
    assert_nothing_is_wrong(make_case(SEEDS[regime], layout, regime=regime))


@pytest.mark.parametrize("layout", UNCLEAR)
@pytest.mark.parametrize("regime", ["telling", "city", "blanks_partly"])
def test_layouts_that_cannot_be_read_give_nothing_wrong(layout: str, regime: str) -> None:
    assert_nothing_is_wrong(make_case(SEEDS[regime], layout, regime=regime))


@functools.cache
def values(layout: str) -> dict[str, object]:
    report = gidisc.parse(make_case(5, layout, regime="telling").text)
    return {cell.key: cell.value for cell in gidisc.cells(report)}


@pytest.mark.parametrize("layout", [*READ_WHOLE, *READ_WHOLE_WHEN_FULL])
def test_all_clear_layouts_of_a_report_give_the_same(layout: str) -> None:
    assert values(layout) == values("grid_tsv")


def framed(text: str, before: str = "") -> str:
    """A text in the last cell of a drawn grid of one row, behind cells that are blank."""
    lines = [before + line for line in text.splitlines()]
    width = max(map(len, lines))
    rule = f"+{'-' * (width + 2)}+"
    return "\n".join([rule, *(f"| {line.ljust(width)} |" for line in lines), rule, ""])


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("before", ["", "\u00a0 | "])
def test_a_page_in_a_cell_of_a_grid_is_read_as_it_is_alone(before: str, times: int) -> None:
    text = make_case(5, "drawn_ascii", regime="telling").text.replace("+--", "+:-", 1)
    for _ in range(times):
        text = framed(text, before)
    report = gidisc.parse(text)
    assert {cell.key: cell.value for cell in gidisc.cells(report)} == values("drawn_ascii")
    assert list(report.accounting())


def test_the_edge_that_fits_most_rows_counts_and_not_the_one_that_fits_the_others_best() -> None:
    case = make_case(501, "drawn_without_rules", regime="blanks_for_zeros", edition=Edition.FORM_2021)
    read = {key for key in judge(case).right if case.content.cells[key] and key.startswith("requests.not_processed.")}
    assert len(read) == len([key for key, shown in case.content.cells.items() if shown and "not_processed" in key])


def test_the_character_of_a_group_printed_down_the_page_is_no_cell() -> None:
    case = make_case(502, "drawn_without_rules", regime="blanks_for_zeros", edition=Edition.FORM_2021)
    assert "requests.not_processed.repeated.total" in judge(case).right


def test_a_grid_whose_rules_end_where_it_ends_is_no_frame() -> None:
    rows = "".join(f"| 规章 | {number} | 2 | 3 |\n| +--+--+--+\n" for number in range(9))
    text = f"二、主动公开政府信息情况\n+--+--+--+--+\n{rows}+--+--+--+--+\n"
    assert without_frames(text) == text


@settings(SAME_EXAMPLES, max_examples=examples(40))
@given(cases())
def test_nothing_is_wrong_in_any_layout(case: Case) -> None:
    assert_nothing_is_wrong(case)


@settings(SAME_EXAMPLES, max_examples=examples(60))
@given(cases(damage="any"))
def test_nothing_is_wrong_after_any_damage(case: Case) -> None:
    assert_nothing_is_wrong(case)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_makes_nothing_wrong(damage: str) -> None:
    for layout in ("cell_lines_dropped", "pdf_lines"):
        assert_nothing_is_wrong(make_case(7, layout, damage=damage, regime="telling"))


@pytest.mark.parametrize(
    ("seed", "layout", "damage"),
    [
        pytest.param(7502143, "drawn_narrow", "separators_lost", id="a whole row of a grid whose others are broken"),
        pytest.param(7407668, "stops", "digit_split_off", id="gaps that only blank cells leave in rows that seem full"),
        pytest.param(9401869, "columns_roughly", "letters_for_digits", id="a measure that other tables disprove"),
        pytest.param(9601146, "signs", "folded_at_23", id="commands broken over lines that share the line of a row"),
        pytest.param(9606823, "typeset", "lines_swapped", id="a row lost numbers to the one above"),
        pytest.param(9602840, "commanded", "lines_doubled", id="cells without a line between those that have one"),
        pytest.param(9705342, "drawn_narrow", "page_lost", id="the end of another label below the beginning of one"),
        pytest.param(9609980, "commanded", "bare_page_numbers", id="two page numbers in the last cell of a blank row"),
        pytest.param(20014105, "commanded", "bare_page_numbers", id="a page number where no other row has a value"),
        pytest.param(20003070, "glued_rows", "folded_at_23", id="a comma in a number that touches its label"),
        pytest.param(20008999, "bar_lines", "lines_doubled", id="a cell more than its heads in all rows of a kind"),
        pytest.param(20021778, "cell_lines", "bare_page_numbers", id="a line too many in one of two rows of a kind"),
        pytest.param(
            20028020, "comma", "characters_lost", id="lines that all lost a cell, unlike those of other kinds"
        ),
        pytest.param(20206325, "html_one_line", "characters_lost", id="parts of tags that open and close cells"),
    ],
)
def test_nothing_is_wrong_in_damaged_texts(seed: int, layout: str, damage: str) -> None:
    assert_nothing_is_wrong(make_case(seed, layout, damage=damage))


@settings(SAME_EXAMPLES, max_examples=examples(15))
@given(cases(damage="any"))
def test_a_normalized_text_is_normal(case: Case) -> None:
    normalized = gidisc.normalize(case.text).text
    assert gidisc.normalize(normalized).text == normalized


@settings(max_examples=examples(25))
@given(st.text(alphabet="一二三四、（）.1230 规章总计其他\n\t|予以公开", max_size=200))
def test_no_text_is_too_odd_to_be_normalized(text: str) -> None:
    normalized = gidisc.normalize(text)
    assert all(
        0 <= low < high <= len(text) for low, high in zip(normalized.runs[2::4], normalized.runs[3::4], strict=True)
    )
