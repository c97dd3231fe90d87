"""The command `python -m gidisc`."""

from __future__ import annotations

import io
import json
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import gidisc
from gidisc import __main__ as command

EXAMPLE = Path(__file__).parent / "cases" / "cell_lines.txt"
REFUSED = "总体情况\n一、本年新收政府信息公开申请数量 1 2 3\n"
"""Three values for seven cells, and nothing that tells which."""


@pytest.fixture
def piped(tmp_path: Path) -> Iterator[io.BufferedRandom]:
    """A file in the place of standard input: write to it, rewind, run the command."""
    kept = os.dup(0)
    with (tmp_path / "stdin").open("w+b") as file:
        os.dup2(file.fileno(), 0)
        try:
            yield file
        finally:
            os.dup2(kept, 0)
            os.close(kept)


def run(arguments: Sequence[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # The package that the tests import, whether it is installed or not.
    environment = os.environ | {"PYTHONPATH": str(Path(gidisc.__file__).parents[1]), "PYTHONIOENCODING": "ascii"}
    line = [sys.executable, "-m", "gidisc", *arguments]
    return subprocess.run(line, input=stdin, capture_output=True, env=environment, check=False, timeout=120)


def test_a_file_as_a_process() -> None:
    done = run([str(EXAMPLE)])
    assert (done.returncode, done.stderr) == (0, b"")
    assert gidisc.from_json(done.stdout.decode()) == gidisc.read(EXAMPLE)


def test_standard_input_as_a_process() -> None:
    done = run(["-"], EXAMPLE.read_text("utf-8").encode("gb18030"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert gidisc.from_json(done.stdout.decode()) == gidisc.read(EXAMPLE)


def test_wrong_usage_as_a_process() -> None:
    done = run([])
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: python -m gidisc")


def test_noise_as_a_process() -> None:
    done = run(["-"], bytes(range(256)) * 9)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"-: undecodable: ")


def test_the_module_runs_as_a_command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["gidisc", str(EXAMPLE)])
    with pytest.raises(SystemExit) as exit:
        runpy.run_path(command.__file__, run_name="__main__")
    assert exit.value.code == 0
    assert json.loads(capfd.readouterr().out)["year"] == 2022


def test_json_of_a_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(EXAMPLE)]) == 0
    printed = capfd.readouterr()
    assert printed.err == ""
    assert printed.out == gidisc.to_json(gidisc.read(EXAMPLE), indent=2) + "\n"
    assert json.loads(printed.out)["name"] == str(EXAMPLE)


def test_json_of_standard_input(piped: io.BufferedRandom, capfd: pytest.CaptureFixture[str]) -> None:
    piped.write(EXAMPLE.read_bytes())
    piped.seek(0)
    assert command.main(["-"]) == 0
    assert json.loads(capfd.readouterr().out)["name"] == "-"


def test_errors_give_1_and_the_report(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(REFUSED.encode())
    assert command.main([str(file)]) == 1
    printed = capfd.readouterr()
    assert gidisc.from_json(printed.out).requests is not None
    errors = printed.err.splitlines()
    assert any(line.startswith(f"{file}:2:") and ": cell-refused: " in line for line in errors)
    assert f"{file}: table-missing: " in printed.err
    assert "heading-without-numeral" not in printed.err, "not worth a line: it is no warning"


def test_a_text_does_not_steer_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.txt"
    file.write_text("%gidisc 1\n## 一、总体情况\n? 甲\x1b[2J乙\n", "utf-8")
    assert command.main([str(file)]) == 0
    assert "甲[2J乙 was not understood" in capfd.readouterr().err


def test_a_name_that_no_encoding_has(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report\udcff.txt"
    try:
        file.write_bytes(EXAMPLE.read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("the file system takes no such name")
    assert command.main([str(file)]) == 0
    assert json.loads(capfd.readouterr().out)["name"] == str(file)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-report"),
        ("今天天气很好。".encode(), "not-a-report"),
        (b"\xff\xff\xff", "undecodable"),
        (EXAMPLE.read_bytes() + (EXAMPLE.parent / "tabs_shifted_rows.txt").read_bytes(), "several-reports"),
    ],
)
def test_no_report_gives_2(data: bytes, code: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    assert command.main([str(file)]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(str(file))
    assert printed.err.count("\n") == 1
    assert f": {code}: " in printed.err


def test_no_file_gives_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path / "nowhere")]) == 2
    assert capfd.readouterr() == ("", f"{tmp_path / 'nowhere'}: No such file or directory\n")


def test_wrong_usage_gives_2(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        command.main(["one", "two"])
    assert exit.value.code == 2
    assert "unrecognized arguments: two" in capfd.readouterr().err


@pytest.mark.parametrize(("raised", "status"), [(KeyboardInterrupt, 128 + signal.SIGINT), (BrokenPipeError, 128 + 13)])
def test_interruptions_end_quietly(
    raised: type[BaseException], status: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> bytes:
        raise raised

    monkeypatch.setattr(command, "read_input", interrupted)
    assert command.main([str(EXAMPLE)]) == status
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_goes_away() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    environment = os.environ | {"PYTHONPATH": str(Path(gidisc.__file__).parents[1])}
    line = [sys.executable, "-m", "gidisc", str(EXAMPLE)]
    done = subprocess.run(line, stdout=write_end, stderr=subprocess.PIPE, env=environment, check=False, timeout=120)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (141, b"")
