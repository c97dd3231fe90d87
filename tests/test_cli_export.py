"""`gidisc export`: files, folders and globs become one file."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import polars
import pytest
from rich.console import Console

import gidisc
from gidisc import cli
from gidisc.cli import progress
from texts import whole_report

Capture = pytest.CaptureFixture[str]

EXAMPLE = Path(__file__).parent / "cases" / "cell_lines.txt"
COMMAND = "import sys; from gidisc.cli import main\nif __name__ == '__main__': sys.exit(main(sys.argv[1:]))"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two reports below it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    for number in range(2):
        text = whole_report().replace("云岭县", f"云岭{number}县")
        (tmp_path / "a" / f"{number}.txt").write_text(text, "gb18030")
    return tmp_path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def process(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, "export", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(gidisc.__file__).parents[1])},
        start_new_session=True,
    )


def test_reports_become_a_table(folder: Path, capfd: Capture) -> None:
    assert cli.main(["export", "a", "-o", "out.csv"]) == 0
    assert capfd.readouterr() == ("out.csv: reports: 2  with errors: 0  not read: 0\n", "")
    frame = polars.read_csv("out.csv")
    assert frame["agency"].unique(maintain_order=True).to_list() == ["云岭0县商务局", "云岭1县商务局"]


def test_the_options_reach_the_file(folder: Path, capfd: Capture) -> None:
    (folder / "a" / "2.md").write_text(whole_report(), "utf-16-le")
    options = ["--shape", "wide", "--harmonize", "--status", "--encoding", "utf-16-le", "--pattern", "*.md"]
    assert cli.main(["export", "a", "-o", "out.jsonl", "--jobs", "2", "--lang", "zh", *options]) == 0
    assert capfd.readouterr().out == "out.jsonl: 报告: 1  含错误: 0  未能读取: 0\n"
    (row,) = map(json.loads, (folder / "out.jsonl").read_text("utf-8").splitlines())
    assert row["requests.received.total.status"] == "read"
    assert "requests.other_outcomes.other.total" not in row


def test_what_cannot_be_read_is_told_at_the_end_and_stops_nothing(folder: Path, capfd: Capture) -> None:
    (folder / "a" / "0.txt").write_bytes(b"\xff")
    assert cli.main(["export", "a", "none.txt", "-o", "out.parquet", "--errors", "errors.csv"]) == 2
    printed = capfd.readouterr()
    assert printed.out == "out.parquet: reports: 1  with errors: 0  not read: 2\n"
    first, second = printed.err.splitlines()
    assert first.startswith("a/0.txt: error: the file is in none of the encodings tried: UTF-8, GB18030;")
    assert second.startswith("none.txt: error: the file cannot be read: No such file or directory;")
    assert polars.read_csv("errors.csv")["path"].to_list() == ["a/0.txt", "none.txt"]
    assert polars.read_parquet("out.parquet")["name"].unique().to_list() == ["a/1.txt"]


def test_what_is_wrong_with_a_file_is_told_in_chinese(capfd: Capture) -> None:
    assert cli.main(["export", "none.txt", "-o", "out.csv", "--lang", "zh"]) == 2
    assert capfd.readouterr().err.startswith("none.txt: 错误: 无法读取文件：")


def test_an_error_in_a_report_gives_1(folder: Path, capfd: Capture) -> None:
    (folder / "a" / "0.txt").write_text(whole_report().replace("| 3 | 2 | 14", "| ? | 2 | 14", 1), "utf-8")
    assert cli.main(["export", "a", "-o", "out.csv"]) == 1
    assert capfd.readouterr() == ("out.csv: reports: 2  with errors: 1  not read: 0\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a"], "Missing option '-o' / '--output'."),
        (["-o", "out.csv"], "Missing argument 'PATH...'."),
        (["a", "-o", "out.txt"], "'out.txt' ends in none of .csv, .jsonl, .parquet, .xlsx."),
        (["a", "-o", "out.csv", "--harmonize"], "harmonize and status are options of the shape wide."),
        (["a", "-o", "out.xlsx", "--shape", "form"], "the shape form takes one report, not 2."),
        (["a", "-o", "out.csv", "--jobs", "0"], "0 is not in the range x>=1."),
        (["a", "-o", "out.csv", "--pattern", "*.md"], "There are no files *.md in a; --pattern names others."),
        (["a", "-o", "out.csv", "--errors", "out.csv"], "'out.csv' is to hold both the reports and the errors."),
    ],
)
def test_wrong_usage_writes_nothing(arguments: list[str], said: str, folder: Path, capfd: Capture) -> None:
    assert cli.main(["export", *arguments]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Usage: gidisc export")
    assert printed.err.endswith(f"{said}\n")
    assert left(folder) == ["a"]


def test_a_place_that_cannot_be_written_to_is_named(folder: Path, capfd: Capture) -> None:
    assert cli.main(["export", "a", "-o", "none/out.csv"]) == 2
    assert capfd.readouterr() == ("", "none/out.csv: No such file or directory\n")


def test_a_missing_extra_is_named(folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ["pyarrow", *(name for name in sys.modules if name.startswith("pyarrow."))]:
        monkeypatch.setitem(sys.modules, name, None)
    assert cli.main(["export", "a", "-o", "out.parquet"]) == 2
    assert capfd.readouterr() == ("", "gidisc: this needs pyarrow: pip install 'gidisc[arrow]'\n")
    assert left(folder) == ["a"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_nothing(jobs: str, folder: Path) -> None:
    (folder / "out.csv").write_text("before")
    # A pipe that nobody writes to is a file whose reading never ends.
    os.mkfifo(folder / "endless.txt")
    with (
        process("a", "endless.txt", "-o", "out.csv", "--errors", "errors.csv", "--jobs", jobs) as exporting,
        # Opening it for writing waits until it is being read.
        (folder / "endless.txt").open("wb"),
    ):
        os.killpg(exporting.pid, signal.SIGINT)
        # The pipes end when the last process that holds them has ended.
        printed = exporting.communicate(timeout=60)
    assert (exporting.returncode, *printed) == (130, b"", b"")
    assert left(folder) == ["a", "endless.txt", "out.csv"]
    assert (folder / "out.csv").read_text() == "before"


def test_a_reader_that_goes_away_leaves_the_file_whole(folder: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with process("a", "-o", "out.csv", stdout=write_end) as exporting:
        os.close(write_end)
        assert exporting.communicate(timeout=60)[1] == b""
    assert exporting.returncode == 141
    assert polars.read_csv("out.csv")["name"].n_unique() == 2


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_long_work_at_a_terminal_has_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress, "_SHORT", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "Console", lambda **_: Console(file=terminal, force_terminal=True, width=60))
    with progress.progress_bar() as show:
        assert terminal.getvalue() == ""
        show(1, 3)
        show(2, 3)
    assert "2/3" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")


def test_short_work_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress, "_SHORT", float("inf"))
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.progress_bar() as show:
        show(1, 3)
    assert terminal.getvalue() == ""


def test_there_is_no_bar_where_there_is_no_terminal(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_SHORT", 0.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert cli.main(["export", "a", "-o", "out.csv"]) == 0
    assert capfd.readouterr().err == ""


def test_one_report_becomes_the_official_form(folder: Path, capfd: Capture) -> None:
    shutil.copy(EXAMPLE, folder / "report.txt")
    assert cli.main(["export", "report.txt", "-o", "report.xlsx"]) == 0
    assert polars.read_excel("report.xlsx", sheet_name="报告", engine="openpyxl").shape[1] == 2
