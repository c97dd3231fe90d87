"""The pages of the documentation: what they show is what happens."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import shutil
import sys
from pathlib import Path

import pytest

import gidisc
from gidisc import form, grammar
from gidisc.diagnostics import CATALOGUE
from test_imports import MODULES, imported

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "tests" / "cases" / "cell_lines.txt"
PAGES = sorted(DOCS.glob("*.md"))

sys.path.insert(0, str(DOCS))
from generated import GENERATORS  # noqa: E402 -- a folder of pages, not a package

PRINTING = [
    pytest.param(code, printed, id=f"{page.stem}-{at}")
    for page in PAGES
    for at, (code, printed) in enumerate(
        re.findall(r"```python\n(.*?)```\n\nprints\n\n```text\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    )
]


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize(("code", "printed"), PRINTING)
def test_an_example_prints_what_its_page_says(
    code: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLE, tmp_path / "report.txt")
    monkeypatch.chdir(tmp_path)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code, "page", "exec"), {})
    assert output.getvalue() == printed


def test_every_block_of_python_is_run() -> None:
    assert len(PRINTING) == sum(text.read_text("utf-8").count("```python") for text in PAGES) >= 4


def test_the_canonical_layout_of_the_example() -> None:
    source, canonical = re.findall(r"```text\n(.*?)```", page("layout"), re.DOTALL)[:2]
    assert gidisc.normalize(source).text == canonical


def rules() -> list[str]:
    return re.findall(r"^([a-z]\w*):", grammar.source(), re.MULTILINE)


def test_every_rule_of_the_grammar_is_explained() -> None:
    explained = re.findall(r"^### `(\w+)`$", page("grammar"), re.MULTILINE)
    assert sorted(explained) == sorted(rules())


@pytest.mark.parametrize("rule", rules())
def test_the_example_of_a_rule_is_accepted(rule: str) -> None:
    found = re.search(rf"^### `{rule}`$.*?```text\n(.*?)```", page("grammar"), re.MULTILINE | re.DOTALL)
    assert found is not None
    assert grammar.build(rule).parse(found[1]).data == rule


def test_every_generated_part_stands_on_a_page() -> None:
    used = [name for text in PAGES for name in re.findall(r"^<!-- (\w+) -->$", text.read_text("utf-8"), re.MULTILINE)]
    assert sorted(used) == sorted(GENERATORS)


def test_the_page_of_codes_has_all_of_them() -> None:
    generated = GENERATORS["catalogue"]()
    assert re.findall(r"^### `(\S+)`$", generated, re.MULTILINE) == list(CATALOGUE)
    assert generated.count("\n> ") == 2 * len(CATALOGUE), "a message in each language"
    assert generated.count("**What to do.** ") == len(CATALOGUE)


def test_the_page_of_the_form_has_all_rows_columns_and_headings() -> None:
    generated = GENERATORS["sections"]() + GENERATORS["tables"]()
    for heading in form.HEADINGS:
        assert f"| {heading.numeral}{heading.label} |" in generated
    for table in form.TABLES:
        for row in table.rows():
            assert re.search(
                rf"^\| `{re.escape(row.id)}` \| {re.escape(row.printed)}( \||<br>)", generated, re.MULTILINE
            )
            assert all(f"<br>*{wording}*" in generated for wording in row.wordings)
            for head in table.heads(row):
                assert all(f"| `{column.id}` | {column.label} |" in generated for column in head.columns)


def test_the_page_of_the_form_has_the_sums() -> None:
    generated = GENERATORS["sums"]()
    assert all(f"| `{rule.id}` |" in generated for rule in form.SUMS)


def test_the_page_of_codes_shows_the_reports_beside_an_example() -> None:
    generated = GENERATORS["catalogue"]()
    assert generated.count("\nbeside the report on the year before,\n") == 6
    assert generated.count("\nbeside a report that it adds up,\n") == 3


def test_the_page_of_checks_has_every_rule_in_order() -> None:
    generated = GENERATORS["rules"]()
    shown = re.findall(r"^\| \[`(\S+)`\]\(diagnostics\.md#(\S+)\) \| (\w+) \|", generated, re.MULTILINE)
    assert shown == [(rule.id, rule.id, rule.severity) for rule in gidisc.RULES]
    for rule in gidisc.RULES:
        assert f"| {rule.title}<br>{rule.title_zh} | {rule.source} |" in generated


def test_the_start_page_shows_the_first_table() -> None:
    lines = [line.split() for line in GENERATORS["shown"]().splitlines()]
    assert lines[:2] == [["```text"], ["二、主动公开政府信息情况"]]
    assert ["规章", "2", "3", "5"] in lines
    assert lines[-2:] == [["行政事业性收费", "0"], ["```"]]


def test_the_page_of_the_model_has_every_call() -> None:
    generated = GENERATORS["functions"]()
    assert "gidisc.render(report: Report, format: str = 'text') -> str\n" in generated
    assert (
        "gidisc.read_many(\n    paths: Iterable[Path],\n    *,\n    jobs: int = 1,\n"
        ") -> Generator[tuple[Path, Report | ParseError], None, None]\n"
    ) in generated


def test_the_page_of_the_model_has_every_public_name() -> None:
    generated = GENERATORS["model"]() + GENERATORS["functions"]() + GENERATORS["words"]()
    shown = set(re.findall(r"`(?:gidisc\.)?(\w+)`", generated + page("model")))
    assert set(gidisc.__all__) <= shown


def test_the_page_on_accuracy_has_every_reason_to_refuse_a_cell() -> None:
    about_files = {
        "not-a-report",
        "several-reports",
        "undecodable",
        "unreadable",
        "out-of-range",
        "unexpected",
        "worker-lost",
    }
    errors = {code for code, entry in CATALOGUE.items() if entry.severity == "error"}
    reasons = errors - about_files - {rule.id for rule in gidisc.RULES}
    assert set(re.findall(r"\[`([a-z-]+)`\]\(diagnostics\.md#\1\)", page("accuracy"))) == reasons


def test_modules_import_in_the_order_of_the_page_on_architecture() -> None:
    lines = re.findall(r"^\| (`.*?`) \|", page("architecture"), re.MULTILINE)
    order = {name: at for at, line in enumerate(lines) for name in re.findall(r"`(\w+)/?`", line)}
    places = {module: order[module.split(".")[1]] for module in MODULES if module not in ("gidisc", "gidisc.__main__")}
    for module, place in places.items():
        found = imported(ast.parse(MODULES[module].read_text("utf-8"))) & places.keys()
        assert not [name for name in found if places[name] < place], module


def test_the_way_of_a_text_on_that_page_is_the_way_in_the_code() -> None:
    way = page("architecture").partition("## The way of a text")[2].partition("\n## ")[0]
    named = {f"gidisc.normalize.{name.replace('/', '.')}" for name in re.findall(r"`(\w+(?:/\w+)?)`", way)}
    assert named <= MODULES.keys()
    taken = imported(ast.parse(MODULES["gidisc.normalize.pipeline"].read_text("utf-8")))
    assert {name for name in taken if name.startswith("gidisc.normalize.page.")} <= named


@pytest.mark.parametrize("text", [*PAGES, *ROOT.glob("*.md")], ids=lambda path: path.name)
def test_no_page_names_a_place_of_a_machine(text: Path) -> None:
    assert not re.search(r"(?<![\w.~)])/(?:home|tmp|work|root|Users)\b|[A-Z]:\\", text.read_text("utf-8"))
