from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import polars
import pytest

import gidisc
from gidisc.export import OptionError, Summary, export_files, find_files
from texts import whole_report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with texts in two folders below it, some of which cannot be read."""
    monkeypatch.chdir(tmp_path)
    for place in ("a/b", "a/c"):
        (tmp_path / place).mkdir(parents=True)
        for number in range(3):
            text = whole_report().replace("云岭县", f"云岭{number}县")
            (tmp_path / place / f"{number}.txt").write_text(text, "gb18030" if number else "utf-8")
    (tmp_path / "a/b/1.txt").write_bytes(b"\xff")
    (tmp_path / "a/c/2.txt").write_text("无关", "utf-8")
    (tmp_path / "a/c/3.md").write_text(whole_report(), "utf-8")
    return tmp_path


FILES = [f"a/{place}/{number}.txt" for place in "bc" for number in range(3)]
GOOD = [file for file in FILES if file not in ("a/b/1.txt", "a/c/2.txt")]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a"], FILES),
        ([Path("a")], FILES),
        (["a/c", "a/b/0.txt", "a"], [*FILES[3:], *FILES[:3]]),
        (["a/*/0.txt"], ["a/b/0.txt", "a/c/0.txt"]),
        (["a/[b]"], FILES[:3]),
        (["a/**/*.md"], ["a/c/3.md"]),
        (["a/?/2.txt", "a/b/2.txt"], ["a/b/2.txt", "a/c/2.txt"]),
        (["none", "a/*.txt", "x[1].txt"], ["none", "a/*.txt", "x[1].txt"]),
        ([], []),
    ],
)
def test_paths_stand_for_files(folder: Path, paths: list[str | Path], found: list[str]) -> None:
    assert find_files(paths) == found


def test_a_file_whose_name_looks_like_a_glob_is_itself(folder: Path) -> None:
    (folder / "[a].txt").write_text("甲", "utf-8")
    assert find_files(["[a].txt"]) == ["[a].txt"]


def test_another_pattern_finds_other_files(folder: Path) -> None:
    assert find_files(["a"], pattern="*.md") == ["a/c/3.md"]


def names(file: Path) -> list[str]:
    """The names of the reports that a file holds, in its order."""
    if file.suffix == ".csv":
        found = polars.read_csv(file, infer_schema=False)["name"].to_list()
    elif file.suffix == ".parquet":
        found = polars.read_parquet(file)["name"].to_list()
    elif file.suffix == ".jsonl":
        found = [json.loads(line)["name"] for line in file.read_text("utf-8").splitlines()]
    else:
        sheet = openpyxl.load_workbook(file).worksheets[0]
        found = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".xlsx"])
def test_files_become_one_file(folder: Path, suffix: str) -> None:
    out = folder / f"out{suffix}"
    done: list[tuple[int, int]] = []
    summary = export_files(["a"], out, errors="errors.csv", progress=lambda *numbers: done.append(numbers))
    assert names(out) == GOOD
    assert (summary.exported, summary.doubtful) == (4, 0)
    assert [(failure.path, failure.error.code) for failure in summary.failures] == [
        ("a/b/1.txt", "undecodable"),
        ("a/c/2.txt", "not-a-report"),
    ]
    assert done == [(number, 6) for number in range(1, 7)]
    with (folder / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["path"], row["code"], row["line"]) for row in rows] == [
        ("a/b/1.txt", "undecodable", ""),
        ("a/c/2.txt", "not-a-report", "1"),
    ]
    assert all(row["message"] and row["message_zh"] for row in rows)
    assert sorted(path.name for path in folder.iterdir()) == sorted(["a", "errors.csv", out.name])


WIDE = {"shape": "wide", "harmonize": True, "status": True}


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".xlsx"])
@pytest.mark.parametrize("options", [{}, WIDE])
def test_processes_write_what_one_writes(folder: Path, suffix: str, options: Any) -> None:
    outs = [f"{jobs}{suffix}" for jobs in (1, 2)]
    summaries = [
        export_files(["a"], out, jobs=jobs, errors=f"{jobs}.errors", **options) for jobs, out in enumerate(outs, 1)
    ]
    assert (folder / outs[0]).read_bytes() == (folder / outs[1]).read_bytes()
    assert (folder / "1.errors").read_bytes() == (folder / "2.errors").read_bytes()
    assert described(summaries[0]) == described(summaries[1])
    gidisc.write(map(gidisc.read, GOOD), folder / f"w{suffix}", **options)
    assert (folder / f"w{suffix}").read_bytes() == (folder / outs[0]).read_bytes()


def described(summary: Summary) -> tuple[Any, ...]:
    return summary.exported, summary.doubtful, [(failure.path, str(failure.error)) for failure in summary.failures]


def test_a_value_that_the_file_cannot_hold_stops_nothing(folder: Path) -> None:
    (folder / "a/b/2.txt").write_text(whole_report().replace("1,208", "9" * 30), "utf-8")
    summary = export_files(["a/b"], "out.parquet")
    assert (summary.exported, [failure.error.code for failure in summary.failures]) == (
        1,
        ["undecodable", "out-of-range"],
    )
    assert names(folder / "out.parquet") == ["a/b/0.txt"]


def test_one_file_becomes_a_form(folder: Path) -> None:
    export_files(["a/b/0.txt"], "form.xlsx")
    assert openpyxl.load_workbook("form.xlsx").sheetnames[0] == "报告"
    export_files(["a/b/0.txt"], "long.xlsx", shape="long")
    assert names(folder / "long.xlsx") == ["a/b/0.txt"]


def test_a_form_of_a_file_that_cannot_be_read_is_an_empty_table(folder: Path) -> None:
    summary = export_files(["a/b/1.txt"], "form.xlsx")
    assert (summary.exported, len(summary.failures)) == (0, 1)
    assert names(folder / "form.xlsx") == []


def test_a_form_is_of_one_file(folder: Path) -> None:
    with pytest.raises(ValueError, match="the shape form takes one report, not 6"):
        export_files(["a"], "form.xlsx", shape="form")
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_nothing_is_left_of_an_export_that_was_stopped(folder: Path) -> None:
    (folder / "out.csv").write_text("before")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_files(["a"], "out.csv", errors="errors.csv", jobs=2, progress=stop)
    assert sorted(path.name for path in folder.iterdir()) == ["a", "out.csv"]
    assert (folder / "out.csv").read_text() == "before"


def test_a_file_is_not_written_over_a_source(folder: Path) -> None:
    before = (folder / "a/c/3.md").rename(folder / "a/c/3.csv").read_bytes()
    (folder / "link.csv").symlink_to("a/c/3.csv")
    for out, errors in (("a/c/3.csv", None), ("link.csv", None), ("out.csv", "a/c/3.csv")):
        with pytest.raises(OptionError, match=r"\.csv' is to be written, but it is one of the files to read"):
            export_files(["none.txt", "a"], out, errors=errors, pattern="*.*")
    assert (folder / "a/c/3.csv").read_bytes() == before
    with pytest.raises(OptionError, match=r"'out\.csv' is to hold both the reports and the errors"):
        export_files(["a"], "out.csv", errors="./out.csv")
    assert not (folder / "out.csv").exists()


def test_the_encoding_can_be_given(folder: Path) -> None:
    (folder / "a.txt").write_text(whole_report(), "utf-16-le")
    assert export_files(["a.txt"], "out.csv").exported == 0
    assert export_files(["a.txt"], "out.csv", encoding="utf-16-le").exported == 1
    with pytest.raises(LookupError):
        export_files(["a.txt"], "out.csv", encoding="klingon")


def test_a_report_with_an_error_is_counted(folder: Path) -> None:
    text = whole_report().replace("| 3 | 2 | 14", "| ? | 2 | 14", 1)
    assert any(found.severity == "error" for found in gidisc.parse(text).diagnostics)
    (folder / "a/b/0.txt").write_text(text, "utf-8")
    summary = export_files(["a"], "out.csv")
    assert (summary.exported, summary.doubtful) == (4, 1)


def test_a_failure_holds_its_reason_alone(folder: Path) -> None:
    (folder / "a.txt").write_text("一、甲\n1 2 3\n", "utf-8")
    with pytest.raises(gidisc.NotAReportError) as raised:
        gidisc.read("a.txt")
    assert len(raised.value.diagnostics) > 1
    (failure,) = export_files(["a.txt"], "out.csv").failures
    assert isinstance(failure.error, gidisc.NotAReportError)
    assert failure.error.diagnostics == raised.value.diagnostics[:1]
