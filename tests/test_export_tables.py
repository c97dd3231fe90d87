"""Frames, and files of rows: what is written is read back by another library than the one that wrote it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import gidisc
from gidisc import Status
from gidisc.export import SUFFIXES, sheets, writers
from gidisc.form import Edition
from gidisc.rows import LONG, Type, wide_fields
from reports import changed, city, report
from texts import whole_report

REPORTS = [gidisc.parse(whole_report(edition), name=f"{edition}.txt") for edition in Edition]
TOTAL = "requests.received.total"
FEES = "proactive.fees.amount"
TYPED = [name for field in LONG for name in (("count", "amount") if field.type is Type.NUMBER else (field.name,))]


def typed(row: dict[str, Any]) -> dict[str, Any]:
    """A long row as the frames have it."""
    value = row["value"]
    parts = {"count": value if type(value) is int else None, "amount": value if isinstance(value, Decimal) else None}
    return {name: ({**row, **parts})[name] for name in TYPED}


LONG_ROWS = [typed(row) for row in gidisc.to_rows(REPORTS)]
WIDE_ROWS = list(gidisc.to_wide(REPORTS, harmonize=True, status=True))
WIDE = {"wide": True, "harmonize": True, "status": True}


@pytest.mark.parametrize(("options", "rows"), [({}, LONG_ROWS), (WIDE, WIDE_ROWS)])
def test_frames_hold_the_rows(options: Any, rows: list[dict[str, Any]]) -> None:
    assert gidisc.to_polars(REPORTS, **options).to_dicts() == rows
    assert gidisc.to_arrow(REPORTS, **options).to_pylist() == rows
    frame = gidisc.to_pandas(REPORTS, **options)
    assert list(frame.columns) == list(rows[0])
    for name in frame.columns:
        assert [None if value is pandas.NA else value for value in frame[name]] == [row[name] for row in rows]


def test_counts_are_whole_numbers_and_amounts_decimals() -> None:
    for options, fields in (({}, LONG), (WIDE, wide_fields(harmonize=True, status=True))):
        types = {field.name: field.type for field in fields} | {"count": Type.COUNT, "amount": Type.AMOUNT}
        frame = gidisc.to_pandas(REPORTS, **options)
        dtypes = {Type.TEXT: "string", Type.COUNT: "Int64", Type.AMOUNT: "object"}
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
            name: dtypes[types[name]] for name in frame.columns
        }
        schema = gidisc.to_polars(REPORTS, **options).schema
        of_polars = {Type.TEXT: polars.String(), Type.COUNT: polars.Int64(), Type.AMOUNT: polars.Decimal(38, 10)}
        assert dict(schema) == {name: of_polars[types[name]] for name in schema}
        of_arrow = {Type.TEXT: pyarrow.string(), Type.COUNT: pyarrow.int64(), Type.AMOUNT: pyarrow.decimal128(38, 10)}
        for field in gidisc.to_arrow(REPORTS, **options).schema:
            assert field.type == of_arrow[types[field.name]]


def test_sums_in_frames_are_exact() -> None:
    frame = gidisc.to_pandas(REPORTS)
    assert frame["amount_yuan"].dropna().sum() == Decimal("251000") + Decimal("838778")
    assert frame["count"].sum() == sum(row["count"] for row in LONG_ROWS if row["count"] is not None)


def test_frames_of_no_report_have_the_columns() -> None:
    assert list(gidisc.to_pandas([]).columns) == gidisc.to_polars([]).columns == TYPED
    assert gidisc.to_arrow([]).column_names == TYPED


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        (TOTAL, 2**63, "9223372036854775808 of requests.received.total does not fit a whole number of 64 bits"),
        (TOTAL, -(10**60), f"-1{'0' * 38}… of requests.received.total does not fit"),
        (FEES, Decimal(10) ** 28, "of proactive.fees.amount does not fit a decimal of 38 digits"),
        (FEES, Decimal("0.12345678901"), "0.12345678901 of proactive.fees.amount does not fit"),
    ],
)
def test_a_number_that_a_type_does_not_hold_is_refused_and_never_rounded(
    key: str, value: int | Decimal, problem: str, tmp_path: Path
) -> None:
    built = changed(report(city()), key, value=value)
    for convert in (gidisc.to_pandas, gidisc.to_polars, gidisc.to_arrow):
        with pytest.raises(gidisc.ParseError) as raised:
            convert(built)
        assert raised.value.code == "out-of-range"
        assert problem in str(raised.value)
    with pytest.raises(gidisc.ParseError, match=r"\[out-of-range\]"):
        gidisc.write(built, tmp_path / "a.parquet")
    with pytest.raises(gidisc.ParseError, match=rf"of {key} does not fit"):
        gidisc.write(built, tmp_path / "a.parquet", shape="wide")
    assert not list(tmp_path.iterdir())
    gidisc.write(built, tmp_path / "a.csv")
    assert f",{printed(value)}," in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_the_largest_numbers_fit() -> None:
    largest = Decimal("9" * 28 + "." + "9" * 10)
    built = changed(changed(report(city()), TOTAL, value=2**63 - 1), FEES, value=largest, unit="元")
    row = gidisc.to_polars(built, wide=True).row(0, named=True)
    assert (row[TOTAL], row[FEES], row[f"{FEES}_yuan"]) == (2**63 - 1, largest, largest)


# files


def printed(value: object) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_csv_is_read_by_polars_and_pandas(tmp_path: Path, shape: str) -> None:
    file = tmp_path / "a.csv"
    gidisc.write(REPORTS, file, shape=shape)
    rows = list(gidisc.to_rows(REPORTS) if shape == "long" else gidisc.to_wide(REPORTS))
    assert file.read_bytes().startswith(b"\xef\xbb\xbfname,agency,year,edition,")
    assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n") == len(rows) + 1
    expected = [[printed(value) for value in row.values()] for row in rows]
    with file.open(encoding="utf-8-sig", newline="") as text:
        assert list(csv.reader(text)) == [list(rows[0]), *expected]
    read = polars.read_csv(file, infer_schema=False)
    assert [[value or "" for value in row] for row in read.rows()] == expected
    frame = pandas.read_csv(file, dtype=str, keep_default_na=False)
    assert frame.values.tolist() == expected


def test_csv_holds_every_sign(tmp_path: Path) -> None:
    built = changed(report(city(), name='甲,"乙"\n.txt'), TOTAL, raw="=1+1\r\n", status=Status.NOT_A_NUMBER, value=None)
    gidisc.write(built, tmp_path / "a.csv")
    frame = pandas.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False)
    assert set(frame["name"]) == {'甲,"乙"\n.txt'}
    assert "=1+1\r\n" in list(frame["raw"])


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("shape", ["long", "wide"])
def test_a_name_that_is_no_text_is_written(tmp_path: Path, suffix: str, shape: str) -> None:
    file = tmp_path / f"a{suffix}"
    gidisc.write(report(city(), name="\udcff.txt"), file, shape=shape)
    first = {
        ".csv": lambda: polars.read_csv(file, infer_schema=False)["name"][0],
        ".jsonl": lambda: json.loads(file.read_text("utf-8").split("\n")[0])["name"].replace("\udcff", r"\udcff"),
        ".parquet": lambda: polars.read_parquet(file)["name"][0],
        ".xlsx": lambda: openpyxl.load_workbook(file).worksheets[0]["A2"].value,
    }[suffix]()
    assert first == r"\udcff.txt"


def test_json_lines_are_whole_reports_that_read_back(tmp_path: Path) -> None:
    gidisc.write(REPORTS, tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert [gidisc.from_json(line) for line in lines] == REPORTS
    assert '"source"' not in lines[0]


def test_json_lines_of_rows_are_read_by_polars(tmp_path: Path) -> None:
    gidisc.write(REPORTS, tmp_path / "a.jsonl", shape="wide", harmonize=True, status=True)
    read = polars.read_ndjson(tmp_path / "a.jsonl", infer_schema_length=None)
    assert [row[TOTAL] for row in read.to_dicts()] == [row[TOTAL] for row in WIDE_ROWS]
    assert read[FEES].to_list() == [None, "83.8778"]


@pytest.mark.parametrize("group", [1, 20_000])
def test_parquet_is_read_by_polars(tmp_path: Path, group: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers.ParquetWriter, "GROUP", group)
    gidisc.write(iter(REPORTS), tmp_path / "a.parquet")
    assert polars.read_parquet(tmp_path / "a.parquet").equals(gidisc.to_polars(REPORTS))
    assert pyarrow.parquet.ParquetFile(tmp_path / "a.parquet").num_row_groups == (2 if group == 1 else 1)
    gidisc.write(REPORTS, tmp_path / "w.parquet", shape="wide", harmonize=True, status=True)
    assert polars.read_parquet(tmp_path / "w.parquet").equals(gidisc.to_polars(REPORTS, **WIDE))


def test_sheets_of_rows_are_read_by_openpyxl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS", 100)
    gidisc.write(REPORTS, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = list(gidisc.to_rows(REPORTS))
    assert [sheet.max_row for sheet in book] == [100] * 4 + [3]
    read = [row for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
    for row, cells in zip(rows, read, strict=True):
        value = row["value"]
        assert cells[LONG.index(next(field for field in LONG if field.name == "value"))] == (
            float(value) if isinstance(value, Decimal) else value
        )
        assert cells[:5] == tuple(row.values())[:5]
    assert {next(iter(sheet.iter_rows(max_row=1, values_only=True))) for sheet in book} == {tuple(rows[0])}
    assert all(cell.data_type in "ns" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_sheet_shows_the_decimals_that_are_printed(tmp_path: Path) -> None:
    built = changed(report(city()), FEES, value=Decimal("8.5000"))
    gidisc.write(built, tmp_path / "a.xlsx", shape="wide")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    names = [cell.value for cell in sheet[1]]
    cell = sheet[2][names.index(FEES)]
    assert (cell.value, cell.number_format) == (8.5, "0.0000")
    assert sheet[2][names.index(TOTAL)].number_format == "0"


@pytest.mark.parametrize(("key", "value"), [(TOTAL, 10**15), (FEES, Decimal("1234567890123.456"))])
def test_a_number_that_excel_would_round_is_text(tmp_path: Path, key: str, value: int | Decimal) -> None:
    gidisc.write(changed(report(city()), key, value=value), tmp_path / "a.xlsx", shape="wide")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet[2][[cell.value for cell in sheet[1]].index(key)].value == str(value)


def test_text_in_a_sheet_is_never_a_formula(tmp_path: Path) -> None:
    built = changed(report(city()), TOTAL, raw="=1+1", status=Status.NOT_A_NUMBER, value=None)
    gidisc.write(built, tmp_path / "a.xlsx", shape="long")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert len(found) == 1


def test_a_text_too_long_for_a_cell_of_excel_is_refused(tmp_path: Path) -> None:
    built = changed(report(city()), TOTAL, raw="甲" * 32_768)
    with pytest.raises(gidisc.ParseError, match="of raw does not fit a cell of Excel, which holds 32767 characters"):
        gidisc.write(built, tmp_path / "a.xlsx", shape="long")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_of_no_report_is_whole(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    gidisc.write([], file)
    if suffix == ".csv":
        assert list(csv.reader(io.StringIO(file.read_text("utf-8-sig")))) == [[field.name for field in LONG]]
    elif suffix == ".jsonl":
        assert file.read_bytes() == b""
    elif suffix == ".parquet":
        assert polars.read_parquet(file).shape == (0, len(TYPED))
    else:
        assert [cell.value for cell in openpyxl.load_workbook(file).worksheets[0][1]] == [field.name for field in LONG]


# what is asked for


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("a.txt", {}, r"'a.txt' ends in none of .csv, .jsonl, .parquet, .xlsx"),
        ("a", {}, "'a' ends in none of"),
        ("a.csv", {"shape": "report"}, "shape is 'report'; .csv files are long, wide"),
        ("a.parquet", {"shape": "form"}, "shape is 'form'; .parquet files are long, wide"),
        ("a.jsonl", {"shape": "tall"}, "shape is 'tall'; .jsonl files are report, long, wide"),
        ("a.csv", {"harmonize": True}, "harmonize and status are options of the shape wide"),
        ("a.csv", {"shape": "long", "status": True}, "harmonize and status are options of the shape wide"),
        ("a.xlsx", {"shape": "form"}, "the shape form takes one report, not 2"),
    ],
)
def test_what_cannot_be_written_is_told(
    tmp_path: Path, name: str, options: Any, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match=message):
        gidisc.write(REPORTS, name, **options)
    assert not list(tmp_path.iterdir())


def test_the_case_of_a_suffix_is_free(tmp_path: Path) -> None:
    gidisc.write(REPORTS, tmp_path / "A.CSV")
    assert (tmp_path / "A.CSV").stat().st_size > 1000


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_is_replaced_only_by_a_whole_one(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_text("before")
    file.chmod(0o640)
    (tmp_path / f"link{suffix}").symlink_to(file)

    def reports() -> Iterator[gidisc.Report]:
        yield REPORTS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gidisc.write(reports(), tmp_path / f"link{suffix}")
    assert file.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 2
    gidisc.write(REPORTS, tmp_path / f"link{suffix}")
    assert file.read_bytes() != b"before"
    assert file.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / f"link{suffix}").is_symlink()
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(OSError, match="not a regular file") as raised:
        gidisc.write(REPORTS, tmp_path / "a.csv")
    assert raised.value.filename == str(tmp_path / "a.csv")
    with pytest.raises(FileNotFoundError) as raised:
        gidisc.write(REPORTS, tmp_path / "none" / "a.csv")
    assert raised.value.filename == str(tmp_path / "none" / "a.csv")


def test_a_workbook_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), sheets.SheetWriter(tmp_path / "none" / "a.xlsx", LONG):
        pass


def test_nothing_is_left_of_a_workbook_that_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with contextlib.suppress(KeyboardInterrupt), sheets.SheetWriter(tmp_path / "a.xlsx", LONG) as writer:
        writer.write(sheets.SheetWriter.pack(gidisc.to_rows(REPORTS), LONG))
        assert len(list(tmp_path.rglob("*"))) == 2
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


# extras


@pytest.mark.parametrize(
    ("module", "extra", "call"),
    [
        ("pandas", "pandas", "gidisc.to_pandas([])"),
        ("polars", "polars", "gidisc.to_polars([])"),
        ("pyarrow", "arrow", "gidisc.to_arrow([])"),
        ("pyarrow", "arrow", "gidisc.write([], 'a.parquet')"),
        ("xlsxwriter", "excel", "gidisc.write([], 'a.xlsx')"),
        ("xlsxwriter", "excel", "gidisc.write(gidisc.parse('一、总体情况'), 'a.xlsx')"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    module: str, extra: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=rf"this needs {module}: pip install 'gidisc\[{extra}\]'"):
        eval(call, {"gidisc": gidisc})
    assert not list(tmp_path.iterdir())


def test_libraries_are_imported_when_they_are_used() -> None:
    code = """
import sys, gidisc
heavy = {"pandas", "polars", "pyarrow", "xlsxwriter", "multiprocessing", "cattrs", "lark"}
print(sorted(heavy & sys.modules.keys()))
gidisc.to_pandas, gidisc.write, gidisc.to_rows
print(sorted(heavy & sys.modules.keys() - {"cattrs", "multiprocessing"}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "[]"]
