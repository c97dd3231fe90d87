"""What is built from the tree: a sdist and a wheel that need nothing of the tree."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from gidisc import grammar

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXAMPLE = ROOT / "tests" / "cases" / "cell_lines.txt"
READ = """
import json, sys
sys.path[:0] = sys.argv[2:]
import gidisc
from importlib.resources import files
report = gidisc.read(sys.argv[1])
print(json.dumps([gidisc.__file__, report.agency, report.requests["received", "total"].value]))
"""


def run(*line: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(list(map(str, line)), cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(tree: Path, target: str, folder: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=tree)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


def fresh(wheel: Path, folder: Path) -> Path:
    """The interpreter of a fresh environment with a wheel.

    The dependencies come from the environment of the tests, so that no network is needed. A folder that a path file
    names is not searched for path files of its own: an editable install there is not seen.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel)
    here = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(here) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh(wheel, tmp_path_factory.mktemp("fresh"))


def read(python: Path, cwd: Path, *first: Path) -> list[object]:
    found: list[object] = json.loads(run(python, "-I", "-c", READ, EXAMPLE, *first, cwd=cwd))
    return found


def test_the_wheel_reads_a_report_in_a_fresh_environment(python: Path, tmp_path: Path) -> None:
    file, agency, value = read(python, tmp_path)
    assert Path(str(file)).is_relative_to(python.parents[1])
    assert (agency, value) == ("麦溪市榆关区粮食和物资储备局", 286)


def test_the_wheel_has_its_commands(python: Path, tmp_path: Path) -> None:
    assert "麦溪市榆关区粮食和物资储备局 · 2022" in run(python.parent / "gidisc", "show", EXAMPLE, cwd=tmp_path)
    assert json.loads(run(python, "-I", "-m", "gidisc", EXAMPLE, cwd=tmp_path))["year"] == 2022


def test_the_wheel_works_zipped(python: Path, wheel: Path, tmp_path: Path) -> None:
    file, agency, value = read(python, tmp_path, wheel)
    assert Path(str(file)).is_relative_to(wheel)
    assert (agency, value) == ("麦溪市榆关区粮食和物资储备局", 286)


def test_an_editable_install_works(tmp_path: Path) -> None:
    editable = build(ROOT, "wheel:editable", tmp_path / "wheel")
    file, agency, value = read(fresh(editable, tmp_path / "fresh"), tmp_path)
    assert Path(str(file)).is_relative_to(ROOT / "src")
    assert (agency, value) == ("麦溪市榆关区粮食和物资储备局", 286)


def test_a_plain_checkout_works(python: Path, tmp_path: Path) -> None:
    file, agency, value = read(python, tmp_path, ROOT / "src")
    assert Path(str(file)).is_relative_to(ROOT / "src")
    assert (agency, value) == ("麦溪市榆关区粮食和物资储备局", 286)


def test_the_grammar_of_a_checkout_stands_beside_its_sources() -> None:
    assert Path(str(grammar._folder())) == ROOT / "grammars"


def test_the_wheel_holds_what_it_needs_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"gidisc/py.typed", *(f"gidisc/grammars/{name}" for name in grammar.FILES)} <= set(names)
    assert {name.split("/")[0] for name in names} == {"gidisc", f"gidisc-{PROJECT['version']}.dist-info"}
    assert not [name for name in names if "__pycache__" in name]
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    again = build(tree, "wheel", tmp_path / "again")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_sdist_can_be_tested(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"README.md", "CHANGELOG.md", "tests/test_package.py", "tests/cases/cell_lines.txt"} <= names
    assert not [name for name in names if name.startswith((".venv", ".git/", "dist"))]


def test_every_version_of_python_that_is_promised_is_tested() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")
    tested = re.search(r"python: \[(.*)\]", workflow)
    assert tested is not None
    assert re.findall(r"3\.\d+", tested[1]) == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"


def test_the_changelog_is_kept() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[(.*?)\]", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in headings[1:])
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.*)$", changelog, re.MULTILINE)) <= kinds
