"""The parts of the pages that follow from the code: the form, the diagnostics, the model, the commands."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs
import click

import gidisc
from gidisc import canonical, explanations, form
from gidisc.cli import commands
from gidisc.cli.messages import marked
from gidisc.diagnostics import CATALOGUE, Diagnostic
from gidisc.form import Edition
from gidisc.source import Source

_EXAMPLE = Path(__file__).parents[1] / "tests" / "cases" / "cell_lines.txt"
_LINE = 88
_SECTIONS = (
    "General situation",
    "Information disclosed on the office's own initiative",
    "Requests for information, received and handled",
    "Administrative reconsideration and litigation over disclosure",
    "Main problems, and what was improved",
    "Other matters to report",
)


def sections() -> str:
    """The six sections."""
    rows = [
        (heading.number, heading.numeral + heading.label, english, "、".join(heading.wordings))
        for heading, english in zip(form.HEADINGS, _SECTIONS, strict=True)
    ]
    return _table(("number", "official heading", "in English", "wordings that are recognised too"), rows)


def tables() -> str:
    """The three tables: for each edition its rows with their columns."""
    return "\n".join(line for table in form.TABLES for line in _form_table(table))


def _form_table(table: form.Table) -> Iterator[str]:
    heading = form.HEADINGS[table.section - 1]
    yield f"### `{table.id}`: {heading.numeral}{heading.label}\n\n{_SECTIONS[table.section - 1]}.\n"
    rows = [
        (f"`{row.id}`", "<br>".join(_labels(row)), _english(row.id), row.path, _editions(row.editions))
        for row in table.rows()
    ]
    yield _table(("row", "official label, *and wordings recognised too*", "in English", "path", "edition"), rows)
    heads = {head.id: head for row in table.rows() for head in table.heads(row)}
    columns = [
        (
            f"`{column.id}`",
            column.label,
            _english(column.id),
            head.edition or "both",
            "、".join(rows_under(table, head)),
            _kind(column),
        )
        for head in heads.values()
        for column in head.columns
    ]
    yield _table(("column", "official head", "in English", "edition", "rows", "holds"), columns)


def _english(identifier: str) -> str:
    """The ids are the words of English writing on these regulations."""
    return identifier.rpartition(".")[2].replace("_", " ")


def _labels(row: form.Row) -> Iterator[str]:
    yield row.printed
    for other in dict.fromkeys((*([row.label_2019] if row.label_2019 else ()), *row.wordings)):
        yield f"*{other}*"


def rows_under(table: form.Table, head: form.Head) -> list[str]:
    """The labels of the rows that stand under a head; "all" where it is the head of the whole table."""
    if table.head is not None:
        return ["all"]
    return [row.label for row in table.rows(head.edition) if head in table.heads(row)]


def _kind(column: form.Column) -> str:
    if column.money:
        return "an amount"
    return "a count, which may be negative" if column.signed else "a count"


def _editions(editions: tuple[Edition, ...]) -> str:
    return "both" if editions == form.BOTH else ", ".join(editions)


def sums() -> str:
    """The sums of the form."""
    rows = [
        (f"`{rule.id}`", f"`{rule.table}`", rule.source, " + ".join(rule.left), " + ".join(rule.right))
        for rule in form.SUMS
    ]
    return _table(("id", "table", "source", "left", "right"), rows)


def catalogue() -> str:
    """Every code of the catalogue."""
    return "\n".join(line for code in CATALOGUE for line in _code(code))


def _code(code: str) -> Iterator[str]:
    entry, explained = CATALOGUE[code], explanations.explanations()[code]
    found = explained.finding(code)
    yield f"### `{code}`\n"
    yield f"*{entry.severity}* · {explained.meaning}\n"
    yield f"**Why it matters.** {explained.reason}\n"
    stored = "" if explained.stored_as == "utf-8" else f", stored as {explained.stored_as.upper()}"
    if explained.example:
        yield f"**Example**{stored}.\n\n{_fenced(explained.example)}"
    for what, text in explained.beside:
        yield f"beside {what},\n\n{_fenced(text)}"
    yield f"{'gives' if explained.example else '**Message.**'}\n\n{_message(found)}"
    if found.places:
        yield _fenced("\n".join(marked(Source(explained.example), found.places[0].span)))
    yield f"**What to do.** {explained.advice}\n"


def _message(found: Diagnostic) -> str:
    place = f"line {found.line}, column {found.column}: " if found.line is not None else ""
    return f"> {_escaped(place + found.message)}\n>\n> {_escaped(found.message_zh)}\n"


def rules() -> str:
    """The rules that the checks hold reports against."""
    rows = [
        (
            f"[`{rule.id}`](diagnostics.md#{rule.id})",
            rule.severity,
            f"{rule.title}<br>{rule.title_zh}",
            rule.source,
            len(rule.equations) or "",
        )
        for rule in gidisc.RULES
    ]
    return _table(("rule", "severity", "demands", "source", "sums"), rows)


def model() -> str:
    """The public classes with their fields."""
    classes = [getattr(gidisc, name) for name in gidisc.__all__]
    return "\n".join(line for item in classes if attrs.has(item) for line in _class(item))


def _class(item: type) -> Iterator[str]:
    yield f"### `{item.__name__}`\n\n{_docstring(item)}\n"
    fields = [
        (f"`{field.name}`", f"`{_escaped(str(field.type))}`")
        for field in attrs.fields(item)
        if not field.name.startswith("_")
    ]
    yield _table(("field", "type"), fields)
    methods = [
        (f"`{name}`", inspect.getdoc(member) or "")
        for name, member in vars(item).items()
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    ]
    if methods:
        yield _table(("method or property", "gives"), [(name, _one_line(text)) for name, text in methods])


def functions() -> str:
    """The public functions with their signatures."""
    public = {name: getattr(gidisc, name) for name in gidisc.__all__}
    return "\n".join(_function(name, item) for name, item in public.items() if inspect.isfunction(item))


def _function(name: str, item: Callable[..., object]) -> str:
    return f"### `gidisc.{name}`\n\n```python\n{_signature(name, item)}\n```\n\n{_docstring(item)}\n"


def _signature(name: str, item: Callable[..., object]) -> str:
    """The call of a function with its types, a parameter a line where it is long."""
    signature = inspect.signature(item)
    parameters = re.split(
        r", (?![^\[\]]*\])", _without_quotes(str(signature.replace(return_annotation=signature.empty)))[1:-1]
    )
    gives = f" -> {signature.return_annotation}"
    line = f"gidisc.{name}({', '.join(parameters)}){gives}"
    if len(line) <= _LINE:
        return line
    return f"gidisc.{name}(\n" + "".join(f"    {parameter},\n" for parameter in parameters) + f"){gives}"


def _without_quotes(signature: str) -> str:
    """Annotations are strings in the modules; strings that are defaults stay so."""
    return re.sub(r": '([^']*)'", r": \1", signature)


def _docstring(item: object) -> str:
    """The docstring of a thing, its examples as code."""
    text = (inspect.getdoc(item) or "") + "\n"
    return re.sub(r"^(>>> .*?\n)(?=\n|\Z)", r"```pycon\n\1```\n", text, flags=re.MULTILINE | re.DOTALL)


def words() -> str:
    """The closed sets of words."""
    return _table(
        ("set", "words"),
        [
            (f"`{item.__name__}`", ", ".join(f"`{member}`" for member in item))
            for item in (gidisc.Edition, gidisc.Status, gidisc.Kind, gidisc.Severity)
        ],
    )


def command_help() -> str:
    """The help of every subcommand."""
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    return "\n".join(f"### `gidisc {name}`\n\n{_fenced(_help(name))}" for name in names)


def _help(name: str) -> str:
    command: click.Command = importlib.import_module(f"{commands.__name__}.{name}").command
    with click.Context(command, info_name=f"gidisc {name}") as context:
        return command.get_help(context) + "\n"


def shown() -> str:
    """The first table of the example, as `gidisc show` prints it."""
    show = [sys.executable, "-c", "import gidisc.cli; gidisc.cli.main()", "show", str(_EXAMPLE)]
    page = subprocess.run(show, env=os.environ | {"COLUMNS": "80"}, stdout=subprocess.PIPE, check=True).stdout.decode()
    heading, after = (heading.numeral + heading.label for heading in form.HEADINGS[1:3])
    return _fenced(page[page.index(heading) : page.index(after)])


def signs() -> str:
    """The signs of the canonical layout."""
    rows = [
        (f"`{canonical.HEADER.strip()}`", "the version of the layout"),
        (f"`{canonical.OFFICE.strip()}`", "the office, printed above or below the title"),
        (f"`{canonical.TITLE.strip()}`", "the title"),
        (f"`{canonical.SECTION.strip()}`", "an official section"),
        (f"`{canonical.CHAPTER.strip()}`", "a chapter that the form does not know"),
        (f"`{_escaped(canonical.TABLE.strip())}`", "a line of a table: item, head, group or row"),
        (f"`{_escaped(canonical.EXTRA_ROW.strip())}`", "a row that the form does not have"),
        (f"`{canonical.SIGNATURE.strip()}`", "the signature after the last section"),
        (f"`{canonical.FURNITURE.strip()}`", "furniture of the page"),
        (f"`{canonical.UNPARSED.strip()}`", "what was not understood"),
        ("`\\`", "before a paragraph that begins with one of these signs"),
        ("anything else", "a paragraph of prose, or a numbered line of it"),
    ]
    return _table(("a line begins with", "and is"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def _fenced(text: str) -> str:
    return f"```text\n{text.strip(chr(10))}\n```\n"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _one_line(text: str) -> str:
    return _escaped(" ".join(text.split()))


GENERATORS: dict[str, Callable[[], str]] = {
    made.__name__: made
    for made in (sections, tables, sums, catalogue, rules, model, functions, words, command_help, shown, signs)
}
