from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_example_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert printed.getvalue() == blocks("text")[0]


def test_the_commands_name_files_of_the_repository() -> None:
    main_job, tests = blocks("sh")
    assert (ROOT / main_job.split()[-1]).is_file()
    assert "pytest --cov" in tests


def test_the_forge_runs_the_test_command_of_the_readme() -> None:
    run = ROOT / ".ci" / "run"
    assert "grep -F 'pytest --cov' README.md" in run.read_text("utf-8")
    assert os.access(run, os.X_OK)
