from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
README_ZH = (ROOT / "README.zh-CN.md").read_text("utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_example_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert printed.getvalue() == blocks("text")[0]


def test_there_are_two_commands_on_a_line_each() -> None:
    main_job, tests = (block.splitlines() for block in blocks("sh"))
    assert [len(main_job), len(tests)] == [1, 1]
    assert (ROOT / main_job[0].split()[-1]).is_file()
    assert "-m pytest --cov" in tests[0]


def test_the_forge_runs_the_commands_of_the_readme() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    chosen = re.search(r"grep '(\^.*?)' README.md", run.read_text("utf-8"))
    assert chosen is not None
    assert re.findall(rf"{chosen[1]}.*\n", README, re.MULTILINE) == blocks("sh")


def test_the_chinese_readme_has_the_same_commands_and_the_same_example() -> None:
    assert blocks("sh", README_ZH) == blocks("sh")
    assert blocks("python", README_ZH) == blocks("python")
    assert blocks("text", README_ZH) == blocks("text")[:1]
    calls = r"^\| `gidisc[ .](\w+)"
    assert re.findall(calls, README_ZH, re.MULTILINE) == re.findall(calls, README, re.MULTILINE)
