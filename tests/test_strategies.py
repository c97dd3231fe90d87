"""The generator of reports, layouts and damage, and its judge."""

from __future__ import annotations

import importlib
import runpy
import sys
from collections.abc import Callable
from decimal import Decimal
from random import Random
from types import SimpleNamespace
from typing import Protocol

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import gidisc
from examples import examples
from gidisc import form
from gidisc.diagnostics import diagnose
from gidisc.form import Edition
from gidisc.printing import head_line
from gidisc.source import Source, Span
from gidisc.strategies import (
    DAMAGES,
    LAYOUTS,
    REGIME_NAMES,
    Content,
    Sheet,
    cases,
    command,
    compare,
    contents,
    make_case,
    make_content,
)
from gidisc.strategies.content import places
from gidisc.strategies.filled import filled
from gidisc.strategies.judge import gaps
from gidisc.strategies.layout import has_whole_rows
from gidisc.strategies.sheet import VALUE, Ink, display_width, number


def canonical(content: Content) -> str:
    """A report in the canonical layout."""
    lines = [f"# {content.title}", *content.preface]
    for heading in form.HEADINGS:
        lines += [f"## {heading.numeral}{heading.label}", *content.prose.get(heading.number, ())]
        for table in form.TABLES:
            if table.section == heading.number:
                lines += [head_line(table.head)] if table.head else []
                lines += canonical_members(content, table, table.members)
    return "%gidisc 1\n" + "".join(f"{line}\n" for line in lines)


def canonical_members(content: Content, table: form.Table, members: tuple[form.Row | form.Group, ...]) -> list[str]:
    lines = []
    for member in members:
        if content.edition not in member.editions:
            continue
        if isinstance(member, form.Row):
            columns = table.columns(member, content.edition)
            printed = (content.cells[f"{table.id}.{member.id}.{column.id}"] for column in columns)
            lines.append(f"| {member.printed}" + "".join(f" | {text}" if text else " |" for text in printed))
        else:
            lines.append(f"| {member.printed}")
            lines += [head_line(head) for head in member.heads if head.edition is content.edition]
            lines += canonical_members(content, table, member.members)
    return lines


@pytest.mark.parametrize("regime", REGIME_NAMES)
@pytest.mark.parametrize("edition", Edition)
def test_content_has_every_cell_of_its_form(regime: str, edition: Edition) -> None:
    content = make_content(Random(1), regime, edition)
    assert list(content.cells) == [place.key for place in places(edition)]
    assert (content.regime, content.edition) == (regime, edition)
    assert str(content.year) in content.title
    assert content.agency in content.title


@pytest.mark.parametrize("edition", Edition)
def test_the_numbers_of_a_city_add_up_and_a_slip_does_not(edition: Edition) -> None:
    assert not broken_sums(make_content(Random(3), "city", edition))
    slipped = make_content(Random(3), "slips", edition)
    assert broken_sums(slipped)
    (slip,) = slipped.slips
    assert slipped.cells[slip.key] == slip.printed
    assert not broken_sums(evolve(slipped, cells={**slipped.cells, slip.key: slip.correct}))


def broken_sums(content: Content) -> list[str]:
    broken = []
    for rule in form.SUMS:
        if content.edition not in rule.editions:
            continue
        for other in {key.rsplit(".", 1)[rule.axis == "rows"] for key in content.cells if key.startswith(rule.table)}:
            left, right = (
                sum(
                    int(
                        content.cells[f"{rule.table}.{name}.{other}" if rule.axis == "rows" else f"{other}.{name}"]
                        or ""
                    )
                    for name in side
                )
                for side in (rule.left, rule.right)
            )
            if left != right:
                broken.append(f"{rule.id} {other}")
    return broken


def test_telling_numbers_are_all_different() -> None:
    cells = make_content(Random(5), "telling").cells
    magnitudes = [abs(number(printed or "") or 0) for printed in cells.values()]
    assert len(set(magnitudes)) == len(cells)


def test_content_is_the_same_for_a_seed() -> None:
    assert make_content(Random(8)) == make_content(Random(8))
    assert make_content(Random(8)) != make_content(Random(9))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edition", Edition)
def test_a_layout_prints_every_value(layout: str, edition: Edition) -> None:
    for seed in range(6):
        case = make_case(seed, layout, regime=REGIME_NAMES[seed % len(REGIME_NAMES)], edition=edition)
        assert case.text == make_case(seed, layout, regime=case.content.regime, edition=edition).text
        shown = {
            key for key, _ in map(case.laid.cast.__getitem__, filter(case.laid.cast.__contains__, case.laid.marked))
        }
        assert shown == {key for key, printed in case.content.cells.items() if printed}
        if LAYOUTS[layout].clear:
            assert case.laid.intact() == shown


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whoever_sees_marks_sees_the_text(layout: str) -> None:
    case = make_case(3, layout)
    assert not set(case.text) & set(case.laid.cast)
    assert case.content.agency in case.text.replace("\n", "")


def test_a_layout_without_blanks_is_clear_where_rows_are_whole() -> None:
    full = make_content(Random(1), "zeros", Edition.FORM_2021)
    holes = evolve(
        full, cells={**full.cells, "requests.granted.other": None, "disputes.litigation_direct.upheld": None}
    )
    assert LAYOUTS["spaces"].clear_tables(full) == {"proactive", "requests", "disputes"}
    assert LAYOUTS["spaces"].clear_tables(holes) == {"proactive"}
    assert LAYOUTS["grid_tsv"].clear_tables(holes) == {"proactive", "requests", "disputes"}
    assert LAYOUTS["glued"].clear_tables(full) == set()
    blank = evolve(full, cells=dict.fromkeys(full.cells))
    assert has_whole_rows(blank, "disputes")


def test_merged_cells() -> None:
    case = make_case(1, "grid_tsv", regime="telling", edition=Edition.FORM_2021)
    lines = case.text.split("\n")
    total = [case.content.cells[f"requests.outcomes_total.{column.id}"] for column in form.APPLICANTS.columns]
    assert "\t".join(["", "（七）总计", "", *map(str, total)]) in lines
    repeated = make_case(1, "repeated_tsv", regime="telling", edition=Edition.FORM_2021).text.split("\n")
    assert "\t".join(["三、本年度办理结果", "（七）总计", "（七）总计", *map(str, total)]) in repeated


def test_drawn_tables_are_straight() -> None:
    for seed in range(8):
        lines = make_case(seed, "drawn_box").text.split("\n")
        widths = {display_width(line) for line in lines if line.startswith(("│", "├"))}
        assert len(widths) <= 3


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("layout", ["grid_tsv", "spaces", "cell_lines_tab", "markdown", "drawn_box"])
def test_damage(damage: str, layout: str) -> None:
    for seed in range(2):
        case = make_case(seed, layout, damage=damage, regime="telling")
        assert case.text == make_case(seed, layout, damage=damage, regime="telling").text
        assert case.damaged is not None
        if DAMAGES[damage].harmless:
            assert case.clear == LAYOUTS[layout].clear_tables(case.content)
            assert case.damaged.intact() == case.laid.intact()
        else:
            assert not case.clear


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"radicals"}))
def test_damage_changes_texts(damage: str) -> None:
    changed = [
        make_case(seed, layout, damage=damage) for seed in range(4) for layout in ("pdf_lines", "cell_lines_tab")
    ]
    assert any(case.text != case.laid.text for case in changed)


def test_a_column_that_is_lost_takes_none_of_the_spaces_that_align_the_next() -> None:
    for seed in range(4):
        case = make_case(seed, "columns_by_width", damage="column_lost", regime="city")
        assert case.damaged is not None
        values = [mark for mark in case.laid.marked if mark in case.laid.cast]
        lost = set(values).difference(case.damaged.marked)
        assert lost
        assert case.damaged.marked == "".join(sign for sign in case.laid.marked if sign not in lost)


def test_values_stay_in_their_rows_where_nobody_could_tell() -> None:
    laid = LAYOUTS["cell_lines_dropped"].print(make_content(Random(3), "blanks_partly"), Random(1))
    places = [number for number, line in enumerate(laid.marked.split("\n")) if VALUE.fullmatch(line)]
    for seed in range(9):
        swapped = DAMAGES["lines_swapped"].change(laid, Random(seed)).marked
        assert [number for number, line in enumerate(swapped.split("\n")) if VALUE.fullmatch(line)] == places


def test_numbers_read_without_the_library() -> None:
    assert number("1,234") == 1234
    assert number("１２") == 12
    assert number("-35") == number("减35") == -35
    assert number("+3") == 3
    assert number("83.8778万元") == Decimal("83.8778")
    assert number("/") is number("") is number("无") is None


def sheets(*values: str) -> tuple[Ink, list[str]]:
    ink = Ink()
    return ink, [ink.mark(f"cell {index}", value) for index, value in enumerate(values)]


def test_what_damage_left_of_numbers() -> None:
    ink, (first, second, third) = sheets("12", "34", "5")
    whole = Sheet(f"{first} {second} {third}", ink.cast)
    assert whole.text == "12 34 5"
    assert whole.intact() == {"cell 0", "cell 1", "cell 2"}
    glued = whole.with_text(f"{first}{second} {third}")
    assert glued.intact() == {"cell 2"}
    assert glued.stands() == {"cell 0": {1234}, "cell 1": {1234}, "cell 2": {5}}
    split = whole.with_text(f"{first[0]} {first[1]} {second}")
    assert split.intact() == {"cell 1"}
    assert split.stands()["cell 0"] == {1, 2}
    twice = whole.with_text(f"{first} {first} {second}8")
    assert twice.intact() == {"cell 0"}
    partly_twice = whole.with_text(f"{first} {first[0]}")
    assert partly_twice.intact() == set()


def ink_of(cells: dict[str, str | None]) -> tuple[Ink, dict[str, str]]:
    """Marks for the printed values of cells."""
    ink = Ink()
    return ink, {key: ink.mark(key, printed) for key, printed in cells.items()}


def test_a_row_that_damage_filled_says_what_is_printed() -> None:
    columns = ("natural_person", "business", "total")
    cells: dict[str, str | None] = {f"requests.granted.{column}": "12" for column in columns}
    cells["requests.granted.business"] = None
    ink, marks = ink_of(cells)
    first, last = marks["requests.granted.natural_person"], marks["requests.granted.total"]
    split = f"（一）予以公开 {first} {last[0]} {last[1]}\n2.重复申请"
    shown = {"requests.granted.natural_person": {12}, "requests.granted.business": {1}, "requests.granted.total": {2}}
    assert filled(cells, Sheet(split, ink.cast, blanks_vanish=True)) == shown
    assert filled(cells, Sheet(split, ink.cast)) == {}
    page = Sheet(f"予以公开\n{first}\n{last}\n3\n2.\n申请", ink.cast, blanks_vanish=True)
    assert filled(cells, page)["requests.granted.total"] == {3}
    for other in (f"予以公开 {first} {last}", f"公开 {first} — 5 {last}", f"公开 {first} 条 1 {last}", "公开 1 2 3"):
        assert filled(cells, Sheet(other, ink.cast, blanks_vanish=True)) == {}
    dash = filled(cells, Sheet(f"{first} — {last}", ink.cast, blanks_vanish=True))
    assert "requests.granted.business" not in dash


def test_what_stands_beside_a_row_is_not_taken_from_another() -> None:
    ink, marks = ink_of(
        {"requests.granted.business": "1", "requests.granted.total": None, "requests.received.total": "9"}
    )
    sheet = Sheet(" ".join(filter(None, marks.values())), ink.cast, blanks_vanish=True)
    assert filled(["requests.granted.business", "requests.granted.total"], sheet) == {}
    assert filled(["requests.granted.business"], sheet) == {"requests.granted.business": {1}}


def test_numbers_that_were_broken_before_any_damage_are_excused_where_it_altered_them() -> None:
    ink = Ink()
    value = ink.mark("cell", "266")
    narrow = Sheet(f"{value[:2]}\n{value[2]}", ink.cast)
    assert narrow.runs() == {"cell": {value[:2], value[2]}}
    assert narrow.with_text(value[2]).runs() == {"cell": {value[2]}}


def test_a_sign_alone_is_no_number_to_be_excused() -> None:
    ink, (value,) = sheets("-3")
    assert Sheet(f"{value[0]} x", ink.cast).stands() == {}


@pytest.mark.parametrize("edition", Edition)
def test_a_right_report(edition: Edition) -> None:
    content = make_content(Random(2), "blanks_partly", edition)
    verdict = compare(content, gidisc.parse(canonical(content)))
    assert verdict.right == set(content.cells)
    assert not verdict.missing
    assert not verdict.wrong
    assert not verdict.claims


def test_a_wrong_report() -> None:
    content = make_content(Random(2), "city", Edition.FORM_2021)
    key = "requests.granted.total"
    other = evolve(content, agency="别处市水务局", cells={**content.cells, key: "987654"})
    verdict = compare(content, gidisc.parse(canonical(other)))
    (difference,) = verdict.wrong
    assert (difference.key, difference.printed, difference.found) == (key, content.cells[key], (Decimal(987654),))
    assert verdict.claims == ("agency",)


def test_a_missing_number_and_a_refused_text() -> None:
    content = make_content(Random(2), "city", Edition.FORM_2021)
    key = "requests.granted.total"
    other = evolve(content, cells={**content.cells, key: None})
    assert compare(content, gidisc.parse(canonical(other))).missing == {key}
    assert compare(content, None).missing == set(content.cells)


def test_cells_of_another_form() -> None:
    content = make_content(Random(2), "zeros", Edition.FORM_2021)
    blanks = make_content(Random(2), "zeros", Edition.FORM_2019)
    report = gidisc.parse(canonical(blanks))
    assert "proactive.procurement.projects" in {difference.key for difference in compare(content, report).wrong}
    empty = gidisc.parse(canonical(evolve(blanks, cells=dict.fromkeys(blanks.cells))))
    assert not compare(content, empty).wrong


def test_a_claim_that_damage_put_into_the_text_is_no_false_one() -> None:
    content = make_content(Random(2), "zeros", Edition.FORM_2021)
    laid = LAYOUTS["grid_tsv"].print(content, Random(1))
    other = gidisc.parse(canonical(evolve(content, agency="别处市水务局")))
    assert compare(content, other, laid, laid).claims == ("agency",)
    assert compare(content, other, laid, laid.with_text(laid.marked + "别处市水务局")).claims == ()
    assert compare(content, other, laid, laid.with_text(laid.marked[9:])).claims == ()
    signed = laid.with_text(laid.marked.replace(content.title, "") + content.agency)
    assert compare(content, other, signed, signed.with_text(signed.marked[:-1])).claims == ()
    assert compare(content, other, signed, signed).claims == ("agency",)


def test_two_values_for_a_cell() -> None:
    content = make_content(Random(2), "zeros", Edition.FORM_2021)
    report = gidisc.parse(canonical(content))
    assert report.disputes is not None
    twice = evolve(report, disputes=evolve(report.disputes, rows=report.disputes.rows * 2))
    assert {difference.found for difference in compare(content, twice).wrong} == {(Decimal(0), Decimal(0))}


def test_altered_numbers_are_excused_and_others_are_not() -> None:
    content = make_content(Random(2), "city", Edition.FORM_2021)
    keys = ["requests.granted.total", "requests.granted.business"]
    ink = Ink()
    first, second = (ink.mark(key, "12") for key in keys)
    laid = Sheet(f"{first} {second}", ink.cast)
    damaged = laid.with_text(f"{first[0]} {second}")
    report = gidisc.parse(canonical(evolve(content, cells={**content.cells, keys[0]: "1", keys[1]: "2"})))
    content = evolve(content, cells={**content.cells, **dict.fromkeys(keys, "12")})
    verdict = compare(content, report, laid, damaged)
    assert verdict.excused == {keys[0]}
    assert [difference.key for difference in verdict.wrong] == [keys[1]]


@settings(max_examples=examples(20), deadline=None)
@given(st.data())
def test_drawn_cases(data: st.DataObject) -> None:
    content = data.draw(contents())
    assert content.regime in REGIME_NAMES
    assert data.draw(cases(layout="grid_tsv", regime="zeros")).damage is None
    case = data.draw(cases(damage="any"))
    assert case.layout in LAYOUTS
    assert case.damage in DAMAGES
    assert data.draw(cases(damage="end_lost")).damage == "end_lost"


def refusing(text: str) -> gidisc.Report:
    raise gidisc.ParseError((diagnose(Source(text), "not-a-report", Span(start=0, end=1)),))


def failing(text: str) -> gidisc.Report:
    raise RuntimeError("out of order")


def misreading(text: str) -> gidisc.Report:
    """Whatever the text: another office's report with one number wrong and one missing."""
    content = make_case(0, "grid_tsv", regime="city").content
    cells = {**content.cells, "requests.granted.total": "987654", "requests.granted.business": None}
    return gidisc.parse(canonical(evolve(content, agency="别处市水务局", cells=cells)))


class Run(Protocol):
    """Runs the command with another parser; gives its exit status and what it printed."""

    def __call__(
        self, parser: Callable[[str], gidisc.Report], *arguments: str, normalize: Callable[[str], object] = ...
    ) -> tuple[int, str]: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def runner(
        parser: Callable[[str], gidisc.Report],
        *arguments: str,
        normalize: Callable[[str], object] = gidisc.normalize,
    ) -> tuple[int, str]:
        replaced = SimpleNamespace(parse=parser, normalize=normalize, ParseError=gidisc.ParseError)
        monkeypatch.setattr(command, "gidisc", replaced)
        code = command.main(arguments)
        return code, capsys.readouterr().out

    return runner


def test_the_command_shows_wrong_numbers(run: Run) -> None:
    code, out = run(misreading, "--layout", "grid_tsv", "--regime", "city", "--count", "1")
    assert code == 1
    assert "--layout grid_tsv --regime city --seed 0: 1 WRONG (clear): requests.granted.total prints" in out
    assert "found 987654" in out
    assert "false agency" in out
    assert "1 missing: requests.granted.business prints" in out


def test_the_command_shows_exceptions(run: Run) -> None:
    code, out = run(failing, "--layout", "comma", "--count", "2", "--damage", "numbers_lost", "--regime", "city")
    assert code == 1
    assert "--layout comma --damage numbers_lost --regime city --seed 1: RuntimeError: out of order" in out


def test_the_command_shows_what_is_left_out(run: Run) -> None:
    def forgetful(text: str) -> gidisc.Report:
        return evolve(misreading(text), pieces=())

    code, out = run(forgetful, "--layout", "comma", "--count", "1", "--by", "regime")
    assert code == 1
    assert "accounting: '%gidisc'" in out


def test_the_command_shows_unstable_texts(run: Run) -> None:
    def growing(text: str) -> SimpleNamespace:
        return SimpleNamespace(text=text + "~")

    code, out = run(misreading, "--layout", "comma", "--count", "1", "--by", "damage", normalize=growing)
    assert code == 1
    assert "--layout comma --regime" in out
    assert "--seed 0: unstable" in out


def test_gaps_are_pieces_left_out_or_counted_twice() -> None:
    text = "%gidisc 1\n# 甲市水务局2022年政府信息公开工作年度报告\n## 一、总体情况\n好。\n"
    report = gidisc.parse(text)
    assert not gaps(report)
    first, second, *others = report.pieces
    assert gaps(evolve(report, pieces=(first, first, second, *others))) == [text[first.span.start : first.span.end]]
    assert gaps(evolve(report, pieces=(first, second))) == text[second.span.end :].split()


def test_the_command_counts_refused_texts(run: Run) -> None:
    code, out = run(refusing, "--count", "1", "--show", "0", "--damage", "harmless", "--seed", "3")
    assert code == 0
    assert len(out.splitlines()) == len(LAYOUTS) + 2


def test_the_command_prints_a_text(run: Run) -> None:
    code, out = run(failing, "--print", "--seed", "4", "--layout", "ragged_tsv", "--damage", "any")
    assert code == 0
    assert out in {make_case(4, "ragged_tsv", damage=damage).text + "\n" for damage in DAMAGES}


def test_the_module_is_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["strategies", "--print"])
    with pytest.raises(SystemExit) as exit_:
        runpy.run_module("gidisc.strategies", run_name="__main__")
    assert exit_.value.code == 0
    assert "政府信息公开工作年度报告" in capsys.readouterr().out


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    for name in [name for name in sys.modules if name.startswith("gidisc.strategies")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ImportError, match=r"gidisc\[fuzz\]"):
        importlib.import_module("gidisc.strategies")
