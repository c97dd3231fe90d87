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
from gidisc.decode import require_encoding
from gidisc.diagnostics import ParseError, Severity
from gidisc.export.atomic import replacing
from gidisc.export.forms import write_form
from gidisc.export.writers import OptionError, Plan, Shape
from gidisc.reading import read_bytes

_FAILURE_FIELDS = ("path", "code", "line", "column", "message", "message_zh")


@frozen
class Failure:
    """A file that gave no rows, and why."""

    path: str
    error: ParseError


@frozen
class Summary:
    """What an export did.

    `exported`: how many reports were written; `doubtful`: how many of these have an error among their diagnostics, such
    as cells that were refused; `failures`: the files that gave no report, in their order.
    """

    exported: int
    doubtful: int
    failures: tuple[Failure, ...]


@frozen
class _Packed:
    """A report as its writer takes it."""

    rows: Any
    is_doubtful: bool


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
            yield from _find(each, pattern) if os.path.isdir(each) else [each]  # noqa: PTH112 - as above
    else:
        yield path


def export_files(
    paths: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    shape: Shape | str | None = None,
    harmonize: bool = False,
    status: bool = False,
    encoding: str | None = None,
    jobs: int = 1,
    pattern: str = "*.txt",
    errors: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Summary:
    """Read the reports in files, folders and globs (`find_files`) and write them to one file (`write`).

    Files are read by `jobs` processes and written in their order, whatever `jobs` is, in memory that grows with their
    names alone. A file that cannot be read or written is a `Failure` of the summary, a row of the CSV file `errors` if
    one is given, and stops nothing. `encoding` is that of all files, if it is known. `progress` is called after each
    file with how many are done and how many there are. Both files appear when they are whole; on an exception, or
    Ctrl-C, nothing of them is left.

    Raises what `write` raises, `ParseError` aside, what `read_many` raises, `LookupError` where Python has no such
    encoding, and `ValueError` where a file to write is one of those to read, or holds the errors too.
    """
    if encoding is not None:
        require_encoding(encoding)
    files = find_files(paths, pattern=pattern)
    _require_distinct(out, errors, files)
    if shape is None and len(files) == 1 and Path(out).suffix.lower() == ".xlsx":
        shape = Shape.FORM
    plan = Plan.of(out, shape, harmonize=harmonize, status=status)
    if plan.shape is Shape.FORM and len(files) != 1:
        raise OptionError(f"the shape form takes one report, not {len(files)}")
    with contextlib.ExitStack() as stack:
        refused = _Failures(stack.enter_context(_errors_file(errors)))
        beside = stack.enter_context(replacing(out))
        put = _putter(plan, beside, stack)
        exported = doubtful = 0
        results = map_files(functools.partial(_packed, plan, encoding), files, jobs=jobs)
        stack.enter_context(contextlib.closing(results))
        for done, (file, result) in enumerate(results, 1):
            if isinstance(result, ParseError):
                refused.add(file, result)
            else:
                put(result.rows)
                exported += 1
                doubtful += result.is_doubtful
            if progress is not None:
                progress(done, len(files))
        if plan.shape is Shape.FORM and not exported:
            stack.enter_context(plan.open(beside))
        return Summary(exported, doubtful, tuple(refused.found))


def _require_distinct(out: str | os.PathLike[str], errors: str | os.PathLike[str] | None, files: Iterable[str]) -> None:
    """Raise `OptionError` where a file that is to be written is one to read, or the other one."""
    outputs = [os.fspath(path) for path in (out, errors) if path is not None]
    if len(set(map(os.path.realpath, outputs))) < len(outputs):
        raise OptionError(f"{outputs[0]!r} is to hold both the reports and the errors")
    for output in filter(os.path.exists, outputs):
        held = Path(output).stat()
        for file in files:
            with contextlib.suppress(OSError):
                if os.path.samestat(Path(file).stat(), held):
                    raise OptionError(f"{output!r} is to be written, but it is one of the files to read")


def _packed(plan: Plan, encoding: str | None, path: str) -> _Packed:
    """What is to be written of a file, made by the process that reads it; for a form, the report itself."""
    report = read_bytes(Path(path).read_bytes(), name=path, encoding=encoding)
    is_doubtful = any(found.severity is Severity.ERROR for found in report.diagnostics)
    return _Packed(report if plan.shape is Shape.FORM else plan.pack(report), is_doubtful)


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
        first = error.diagnostics[0]
        # The first says why; the others, what little was understood, would fill the memory where all files fail.
        self.found.append(Failure(path, type(error)((first,))))
        if self._rows is not None:
            self._rows.writerow([path, first.code, first.line, first.column, first.message, first.message_zh])
