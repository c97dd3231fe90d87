"""From files to a file: what `gidisc export` does, as a function."""

from __future__ import annotations

import contextlib
import csv
import functools
import glob
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from gidisc.batch import map_files
from gidisc.diagnostics import ParseError
from gidisc.export.atomic import replacing
from gidisc.export.forms import write_form
from gidisc.export.writers import Plan, Shape
from gidisc.parse import read

_FAILURE_FIELDS = ("path", "code", "line", "column", "message", "message_zh")


@frozen
class Failure:
    """A file that gave no rows, and why."""

    path: str
    error: ParseError


@frozen
class Summary:
    """What an export did: how many files gave rows, and those that did not, in the order of the files."""

    exported: int
    failures: tuple[Failure, ...]


def find_files(paths: Iterable[str | os.PathLike[str]], *, pattern: str = "*.txt") -> list[str]:
    """The files that paths stand for, each once: files, folders (files of a pattern in them, sorted) and globs.

    A glob is a path with `*`, `?` or `[` that is no file itself; `**` goes through folders. A path that stands for
    nothing is kept, so that reading it says what is wrong.
    """
    return list(dict.fromkeys(file for path in paths for file in _find(os.fspath(path), pattern)))


def _find(path: str, pattern: str) -> Iterator[str]:
    if os.path.isdir(path):  # noqa: PTH112 - the path is kept as it was given
        yield from sorted(os.fspath(file) for file in Path(path).rglob(pattern) if file.is_file())
    elif glob.has_magic(path) and not os.path.lexists(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
        for each in found or [path]:
            yield from _find(each, pattern) if os.path.isdir(each) else [each]  # noqa: PTH112
    else:
        yield path


def export_files(
    paths: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    shape: Shape | str | None = None,
    harmonize: bool = False,
    status: bool = False,
    jobs: int = 1,
    pattern: str = "*.txt",
    errors: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Summary:
    """Read the reports in files, folders and globs (`find_files`) and write them to one file (`write`).

    Files are read by `jobs` processes and written in their order, whatever `jobs` is, in memory that does not grow with
    their number (Excel aside). A file that cannot be read or written is a `Failure` of the summary, a row of the CSV
    file `errors` if one is given, and stops nothing. `progress` is called after each file with how many are done and
    how many there are. Both files appear when they are whole; on an exception, or Ctrl-C, nothing of them is left.

    Raises what `write` raises, `ParseError` aside, and what `read_many` raises.
    """
    files = find_files(paths, pattern=pattern)
    if shape is None and len(files) == 1 and Path(out).suffix.lower() == ".xlsx":
        shape = Shape.FORM
    plan = Plan.of(out, shape, harmonize=harmonize, status=status)
    if plan.shape is Shape.FORM and len(files) != 1:
        raise ValueError(f"shape='form' takes one report, not {len(files)}")
    with contextlib.ExitStack() as stack:
        refused = _Failures(stack.enter_context(_errors_file(errors)))
        beside = stack.enter_context(replacing(out))
        put = _putter(plan, beside, stack)
        exported = 0
        results = map_files(functools.partial(_rows, plan), files, jobs=jobs)
        stack.enter_context(contextlib.closing(results))
        for done, (file, result) in enumerate(results, 1):
            if isinstance(result, ParseError):
                refused.add(file, result)
            else:
                put(result)
                exported += 1
            if progress is not None:
                progress(done, len(files))
        if plan.shape is Shape.FORM and not exported:
            stack.enter_context(plan.open(beside))
        return Summary(exported, tuple(refused.found))


def _rows(plan: Plan, path: str) -> Any:
    """What is to be written of a file, made by the process that reads it: its rows, or the report for a form."""
    report = read(path)
    return report if plan.shape is Shape.FORM else plan.rows(report)


def _putter(plan: Plan, beside: Path, stack: contextlib.ExitStack) -> Callable[[Any], object]:
    if plan.shape is Shape.FORM:
        return lambda report: write_form(report, beside)
    return stack.enter_context(plan.open(beside)).write


@contextlib.contextmanager
def _errors_file(path: str | os.PathLike[str] | None) -> Iterator[Any]:
    if path is None:
        yield None
        return
    with (
        replacing(path) as beside,
        beside.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file,
    ):
        yield csv.writer(file)


class _Failures:
    """The failures so far, each written as it is found."""

    def __init__(self, rows: Any) -> None:
        self.found: list[Failure] = []
        self._rows = rows
        if rows is not None:
            rows.writerow(_FAILURE_FIELDS)

    def add(self, path: str, error: ParseError) -> None:
        self.found.append(Failure(path, error))
        if self._rows is not None:
            first = error.diagnostics[0]
            self._rows.writerow([path, first.code, first.line, first.column, first.message, first.message_zh])
