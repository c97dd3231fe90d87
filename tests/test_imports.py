"""Imports inside the package run one way, and the heavy ones wait until they are needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import gidisc

PACKAGE = Path(gidisc.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


def module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in FILES}


def imported(tree: ast.AST) -> set[str]:
    """The modules of the package that a module imports, those for type checking alone left out."""
    for_types = {id(inner) for node in ast.walk(tree) if _is_for_types(node) for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in inner}
    return found & MODULES.keys()


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def test_imports_make_no_circle() -> None:
    graph = {name: imported(ast.parse(file.read_text("utf-8"))) for name, file in MODULES.items()}
    assert graph["gidisc.reading"] >= {"gidisc.model", "gidisc.normalize"}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("gidisc.source") < order.index("gidisc.model") < order.index("gidisc.reading")


@pytest.mark.parametrize("name", MODULES)
def test_imports_are_absolute(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text("utf-8"))
    assert all(node.level == 0 for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))


def run(code: str) -> str:
    path = str(PACKAGE.parent)
    code = f"import sys; sys.path.insert(0, {path!r}); {code}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_package_imports_next_to_nothing() -> None:
    code = "import gidisc; print(*sorted(name for name in sys.modules if name.startswith(('gidisc', 'attr', 'lark'))))"
    assert run(code) == "gidisc gidisc.normalize"


def test_the_names_to_complete_are_the_public_ones() -> None:
    assert dir(gidisc) == sorted(gidisc.__all__)


def test_the_parser_comes_neither_with_the_classes_nor_with_the_normalizer() -> None:
    code = "import gidisc; gidisc.Report, gidisc.normalize(''); print(sorted({'lark', 'cattrs'} & sys.modules.keys()))"
    assert run(code) == "[]"


def test_cattrs_comes_with_the_first_use_of_a_serializer() -> None:
    assert run("import gidisc; gidisc.to_dict; print('cattrs' in sys.modules)") == "True"


def test_the_checks_come_with_their_first_use() -> None:
    code = "import gidisc; {0}; gidisc.check; {0}".format("print('gidisc.checks' in sys.modules)")
    assert run(code).split() == ["False", "True"]


def test_lark_comes_with_the_first_parse() -> None:
    code = "import gidisc; gidisc.parse('%gidisc 1\\n## 一、总体情况\\n'); print('lark' in sys.modules)"
    assert run(code) == "True"


def test_every_public_name_is_there() -> None:
    assert gidisc.__all__ == sorted(gidisc.__all__, key=lambda name: (not name.isupper(), name))
    assert all(getattr(gidisc, name) is not None for name in gidisc.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'gidisc' has no attribute 'guess'"):
        gidisc.guess  # noqa: B018


def test_many_threads_build_one_parser() -> None:
    code = """
import lark, threading
from concurrent.futures import ThreadPoolExecutor
import gidisc
built = []
make = lark.Lark
lark.Lark = lambda *arguments, **options: built.append(1) or make(*arguments, **options)
text = '%gidisc 1\\\\n## 一、总体情况\\\\n（一）主动公开\\\\n'
start = threading.Barrier(8)
def read(_):
    start.wait()
    return gidisc.parse(text)
with ThreadPoolExecutor(8) as threads:
    reports = list(threads.map(read, range(8)))
print(len(built), len(reports), len(set(map(repr, reports))), reports[0].sections[0].number)
"""
    assert run(f"exec('''{code}''')") == "1 8 1 1"
