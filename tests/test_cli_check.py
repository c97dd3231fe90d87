"""`gidisc check`: findings in the manner of a linter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

import gidisc
from gidisc import cli
from gidisc.cli.findings import is_wanted
from gidisc.diagnostics import CATALOGUE, Severity
from gidisc.form import Edition
from texts import APPLICANTS, HEADER, RESULTS, whole_report

Capture = pytest.CaptureFixture[str]

EXAMPLE = Path(__file__).parent / "cases" / "cell_lines.txt"
DISPUTES = "## 四、政府信息公开行政复议、行政诉讼情况\n"
WRONG_SUM = f"{DISPUTES}{RESULTS}\n| 行政复议 | 1 | 0 | 0 | 1 | 3\n"
STATED = f"## 一、总体情况\n全年因政府信息公开引发行政复议3件。\n{DISPUTES}{RESULTS}\n| 行政复议 | 2 | 0 | 0 | 0 | 2\n"


def year(number: int, brought: int, carried: int, agency: str = "云岭县商务局") -> str:
    """The report of an office on a year in which nothing came in."""
    rows = {"二、上年结转政府信息公开申请数量": brought, "四、结转下年度继续办理": carried}
    lines = "".join(f"| {label} | {count} | 0 | 0 | 0 | 0 | 0 | {count}\n" for label, count in rows.items())
    return f"# {agency}{number}年政府信息公开工作年度报告\n## 三、收到和处理政府信息公开申请情况\n{APPLICANTS}\n{lines}"


def saved(folder: Path, **texts: str) -> list[str]:
    """Files with canonical texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(HEADER + text, "utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def checked(capfd: Capture, *arguments: str) -> tuple[int, list[str]]:
    """The exit status and the lines printed; nothing may go to standard error."""
    status = cli.main(["check", *arguments])
    printed = capfd.readouterr()
    assert printed.err == ""
    return status, printed.out.splitlines()


def test_a_clean_report_gives_a_summary_alone(capfd: Capture) -> None:
    assert checked(capfd, str(EXAMPLE)) == (0, ["reports: 1  error: 0  warning: 0  info: 0"])
    assert checked(capfd, "--lang", "zh", str(EXAMPLE)) == (0, ["报告: 1  错误: 0  警告: 0  提示: 0"])


def test_a_wrong_sum_is_an_error_with_its_place_marked(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=WRONG_SUM)
    status, lines = checked(capfd, "--select", "disputes-results", file)
    assert status == 1
    assert lines == [
        f"{file}:4:26: error: 行政复议: the results add up to 2, but 总计 is 3 [disputes-results]",
        "    | 行政复议 | 1 | 0 | 0 | 1 | 3",
        "    " + " " * cell_len("| 行政复议 | 1 | 0 | 0 | 1 | ") + "^",
        "reports: 1  error: 1  warning: 0  info: 0",
    ]


def test_both_sides_of_a_finding_are_shown(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=STATED)
    status, lines = checked(capfd, "--select", "disputes-stated", file)
    assert status == 0
    assert lines[0].startswith(f"{file}:3:1: warning: the prose says 全年因政府信息公开引发行政复议3件; the table ")
    assert [line.strip() for line in lines[1:6]] == [
        "全年因政府信息公开引发行政复议3件。",
        "^" * cell_len("全年因政府信息公开引发行政复议3件"),
        f"{file}:6:26:",
        "| 行政复议 | 2 | 0 | 0 | 0 | 2",
        "^",
    ]
    assert len(lines) == 7


def test_a_long_sum_shows_four_lines_and_no_more(tmp_path: Path, capfd: Capture) -> None:
    text = whole_report(Edition.FORM_2021).removeprefix(HEADER)
    (file,) = saved(tmp_path, report=text)
    status, lines = checked(capfd, "--select", "requests-outcomes", file)
    assert status == 1
    first = lines[1 : next(at for at, line in enumerate(lines[1:], 1) if line.startswith(f"{file}:"))]
    assert sum("^" in line for line in first) == 4
    assert all(cell_len(line) <= 72 + 4 for line in lines if not line.lstrip().startswith(file))


def test_findings_speak_chinese(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=WRONG_SUM)
    _, lines = checked(capfd, "--lang", "zh", "--select", "disputes-results", file)
    assert lines[0].endswith(":4:26: 错误: “行政复议”：各类结果之和为2，而总计为3 [disputes-results]")
    assert lines[-1] == "报告: 1  错误: 1  警告: 0  提示: 0"


def codes(lines: list[str]) -> list[str]:
    return [line.rpartition("[")[2][:-1] for line in lines if line.endswith("]")]


def test_findings_stand_in_the_order_of_their_lines_those_without_a_place_at_the_end(
    tmp_path: Path, capfd: Capture
) -> None:
    (file,) = saved(tmp_path, report=STATED + "| 行政诉讼\n| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 2\n? 甲 1\n")
    _, lines = checked(capfd, file)
    placed = [code for code in codes(lines) if not code.endswith("-missing")]
    assert placed == ["disputes-stated", "disputes-results", "unparsed", "sums-not-assessable"]
    heads = [line for line in lines if line.startswith(file)]
    assert [line.startswith(f"{file}: ") for line in heads] == sorted(line.startswith(f"{file}: ") for line in heads)


def test_what_is_missing_is_said_once(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=year(2022, 0, 0))
    _, lines = checked(capfd, file)
    assert codes(lines).count("section-missing") == 5
    assert codes(lines).count("table-missing") == 2
    assert codes(lines).count("rows-missing") == 1


def test_codes_are_selected_and_ignored(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=WRONG_SUM)
    _, lines = checked(capfd, file)
    everything = codes(lines)
    assert "disputes-results" in everything
    status, lines = checked(capfd, "--ignore", "disputes-results", "--ignore", "section-missing", file)
    assert status == 0
    assert codes(lines) == [code for code in everything if code not in ("disputes-results", "section-missing")]
    status, lines = checked(capfd, "--select", "table-missing", "--select", "rows-missing", file)
    assert (status, set(codes(lines))) == (0, {"table-missing", "rows-missing"})
    status, lines = checked(capfd, "--select", "table-missing", "--ignore", "table-missing", file)
    assert (status, codes(lines)) == (0, [])


def test_remarks_on_the_reading_are_shown_on_request(capfd: Capture) -> None:
    _, lines = checked(capfd, "--select", "encoding", "--select", "label-wording", str(EXAMPLE))
    assert sorted(codes(lines)) == ["encoding", "label-wording"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_everything_is_wanted_but_remarks_on_the_reading(code: str) -> None:
    found = gidisc.Diagnostic(code=code, severity=CATALOGUE[code].severity, message="", message_zh="")
    is_rule = code in {rule.id for rule in gidisc.RULES}
    assert is_wanted(found, [], []) is (is_rule or found.severity is not Severity.INFO)
    assert is_wanted(found, [code], [])
    assert not is_wanted(found, ["another"], [])
    assert not is_wanted(found, [], [code])


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("code", "hint"), [("tabel-blank", "Did you mean table-blank"), ("zzz", "There is no code 'zzz'.\n")]
)
def test_an_unknown_code_is_wrong_usage(option: str, code: str, hint: str, capfd: Capture) -> None:
    assert cli.main(["check", option, code, str(EXAMPLE)]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert hint in printed.err


def test_the_years_of_an_office_are_held_against_each_other(tmp_path: Path, capfd: Capture) -> None:
    first, second = saved(tmp_path, a=year(2022, 0, 2), b=year(2023, 1, 0))
    status, lines = checked(capfd, "--select", "carried-forward-changed", second, first)
    assert status == 0
    assert codes(lines) == ["carried-forward-changed"] * 2
    assert lines[0].startswith(f"{second}:5:22: warning: 自然人: 2022 carries 2 requests forward, but 2023 brings 1 ")
    assert lines[3] == f"  {first}:6:17:"
    assert lines[4] == "    | 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2"


def test_other_offices_and_offices_that_are_not_known_are_not_compared(tmp_path: Path, capfd: Capture) -> None:
    files = saved(
        tmp_path, a=year(2022, 0, 2), b=year(2023, 1, 0, "云岭县水务局"), c=year(2023, 1, 0, ""), d=year(2024, 1, 0, "")
    )
    assert codes(checked(capfd, "--select", "carried-forward-changed", *files)[1]) == []


def test_a_finding_about_no_place_is_about_the_office(tmp_path: Path, capfd: Capture) -> None:
    files = saved(tmp_path, a=year(2022, 0, 0), b=year(2022, 0, 0))
    _, lines = checked(capfd, "--select", "year-repeated", *files)
    assert lines[0].startswith(f"云岭县商务局: info: {files[1]} is a second report on 2022; ")


def test_findings_as_json(tmp_path: Path, capfd: Capture) -> None:
    (file,) = saved(tmp_path, report=WRONG_SUM)
    assert cli.main(["check", "--format", "json", "--select", "disputes-results", file]) == 1
    (found,) = json.loads(capfd.readouterr().out)
    (diagnostic,) = (held for held in gidisc.check(gidisc.read(file)) if held.code == "disputes-results")
    assert found == {
        "about": file,
        "code": "disputes-results",
        "severity": "error",
        "message": diagnostic.message,
        "message_zh": diagnostic.message_zh,
        "places": [
            {"name": file, "span": {"start": place.span.start, "end": place.span.end}} for place in diagnostic.places
        ],
        "line": 4,
        "column": 26,
        "excerpt": diagnostic.excerpt,
        "cells": [f"disputes.reconsideration.{name}" for name in ("total", "upheld", "corrected", "other", "pending")],
        "expected": "2",
        "found": "3",
    }
    assert cli.main(["check", "--format", "json", str(EXAMPLE)]) == 0
    assert capfd.readouterr() == ("[]\n", "")


def test_a_file_that_cannot_be_read_gives_2_and_does_not_stop_the_others(tmp_path: Path, capfd: Capture) -> None:
    (wrong,) = saved(tmp_path, report=WRONG_SUM)
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert cli.main(["check", "nowhere.txt", wrong, str(empty)]) == 2
    printed = capfd.readouterr()
    assert "nowhere.txt: No such file or directory\n" in printed.err
    assert f"{empty}: error: no heading and no table" in printed.err
    assert "[disputes-results]" in printed.out
    assert printed.out.splitlines()[-1].startswith("reports: 1  error: 1  ")


def test_the_encoding_can_be_given(tmp_path: Path, capfd: Capture) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(EXAMPLE.read_text("utf-8").encode("utf-16-le"))
    assert checked(capfd, "--encoding", "utf-16-le", str(file))[0] == 0


def test_an_error_of_reading_is_an_error(tmp_path: Path, capfd: Capture) -> None:
    file = tmp_path / "report.txt"
    file.write_text("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 2 3\n", "utf-8")
    status, lines = checked(capfd, str(file))
    assert status == 1
    assert "cell-refused" in codes(lines)
