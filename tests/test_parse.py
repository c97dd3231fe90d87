from __future__ import annotations

import codecs
from pathlib import Path

import pytest

import gidisc
from gidisc import NotAReportError, ParseError, reading
from gidisc.diagnostics import diagnose
from gidisc.source import Source, Span
from gidisc.strategies.cases import make_case
from promises import keep
from texts import APPLICANTS, HEADER, RESULTS, codes, whole_report

CROWDED = f"{HEADER}## 一、总体情况\n{RESULTS}\n| 行政复议 | 1 | 2 | 3 | 4 | 5 | 6\n"


def test_places_carry_the_name_of_the_text() -> None:
    report = gidisc.parse(CROWDED, name="云岭.txt")
    assert report.name == "云岭.txt"
    assert {place.name for found in report.diagnostics for place in found.places} == {"云岭.txt"}


@pytest.mark.parametrize("text", [b"%gidisc 1\n", None, 3, Path("a.txt")])
def test_anything_but_a_str_is_a_type_error_that_names_read(text: object) -> None:
    with pytest.raises(TypeError, match=r"not \w+; gidisc.read takes a path"):
        gidisc.parse(text)  # type: ignore[arg-type]


def test_strict_raises_the_errors() -> None:
    assert codes(gidisc.parse(CROWDED)) == ["row-crowded"]
    with pytest.raises(ParseError) as caught:
        gidisc.parse(CROWDED, strict=True)
    assert not isinstance(caught.value, NotAReportError)
    assert (caught.value.code, caught.value.line) == ("row-crowded", 4)
    assert [found.code for found in caught.value.diagnostics] == ["row-crowded"]


def test_strict_lets_warnings_pass() -> None:
    assert codes(gidisc.parse(f"{HEADER}## 一、总体情况\n? 甲\n", strict=True)) == ["unparsed"]
    assert gidisc.parse(whole_report(), strict=True) == gidisc.parse(whole_report())


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "# 云岭县商务局2022年政府信息公开工作年度报告\n甲\n",
        "### 一、附件\n甲\n",
        f"{RESULTS}\n",
        f"{RESULTS}\n| 行政复议 | 1\n",
        f"{RESULTS}\n| 行政复议 | 1\n{APPLICANTS}\n| 四、结转下年度继续办理 | 1\n",
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_what_is_no_report(lines: str, strict: bool) -> None:
    with pytest.raises(NotAReportError) as caught:
        gidisc.parse(HEADER + lines, name="a.txt", strict=strict)
    assert (caught.value.code, caught.value.line, caught.value.column) == ("not-a-report", 1, 1)
    assert caught.value.diagnostics[0].places[0].name == "a.txt"


@pytest.mark.parametrize("text", ["", " \n\u3000"])
def test_a_blank_text_is_no_report(text: str) -> None:
    with pytest.raises(NotAReportError) as caught:
        gidisc.parse(text)
    assert caught.value.span is None


@pytest.mark.parametrize(
    "lines",
    [
        "## 六、其他需要报告的事项\n",
        f"{RESULTS}\n| 行政复议 | 1\n| 行政诉讼\n| 复议后起诉 | 1\n",
        "| 第二十条第（一）项\n| 规章 | 1\n| 规范性文件 | 1\n",
    ],
)
def test_a_heading_or_two_rows_of_a_table_are_a_report(lines: str) -> None:
    assert gidisc.parse(HEADER + lines).source == HEADER + lines


def test_two_reports_in_one_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    spans = (Span(start=0, end=1), Span(start=2, end=3))
    several = diagnose(Source("甲\n乙\n"), "several-reports", *spans, first="甲", second="乙")
    normalized = gidisc.Normalized(text=HEADER, source="甲\n乙\n", diagnostics=(several,))
    monkeypatch.setattr(reading, "normalize", lambda text: normalized)
    with pytest.raises(ParseError) as caught:
        gidisc.parse("甲\n乙\n", name="a.txt")
    assert caught.value.code == "several-reports"
    assert [place.span for place in caught.value.diagnostics[0].places] == list(spans)
    assert {place.name for place in caught.value.diagnostics[0].places} == {"a.txt"}


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("gb18030", b"", "GB18030"),
    ],
)
def test_read_tells_the_encoding(tmp_path: Path, encoding: str, mark: bytes, name: str) -> None:
    file = tmp_path / "云岭.txt"
    file.write_bytes(mark + whole_report().encode(encoding))
    report = gidisc.read(file)
    assert report == gidisc.parse(whole_report())
    assert report.source == whole_report()
    assert report.name == str(file)
    assert report.diagnostics[0].message == f"the file was read as {name}"
    assert gidisc.read(str(file)) == report


def test_read_leaves_line_ends_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    text = f"{HEADER}甲\r乙\r\n丙\n## 一、总体情况\n"
    file.write_bytes(text.encode())
    assert gidisc.read(file).source == text


@pytest.mark.parametrize(
    ("data", "tried"), [(b"\xff", "UTF-8, GB18030"), (codecs.BOM_UTF8 + b"\xff", "UTF-8"), (b"\xff\xfe\x00", "UTF-16")]
)
def test_a_file_in_no_known_encoding(tmp_path: Path, data: bytes, tried: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(ParseError) as caught:
        gidisc.read(file)
    assert caught.value.code == "undecodable"
    assert f"none of the encodings tried: {tried};" in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gidisc.read(tmp_path / "missing.txt")


@pytest.mark.parametrize("label", ["其他", "3.其他"])
def test_a_row_called_other_as_a_column_is_no_sign_of_an_edition(label: str) -> None:
    row = "0 0 0 0 0 0 0\n"
    text = (
        f"三、收到和处理政府信息公开申请情况\n5.要求行政机关确认或重新出具已获取信息 {row}{label} {row}（七）总计 {row}"
    )
    report = keep(text)
    assert report is not None
    assert report.edition is None


def test_a_row_called_other_does_not_stand_against_the_head_of_another_edition() -> None:
    head = "第二十条第（一）项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章 1 2 3\n"
    text = f"二、主动公开政府信息情况\n{head}三、收到和处理政府信息公开申请情况\n（六）其他处理\n3.其他 1 0 0 0 0 0 1\n"
    assert gidisc.parse(text).edition == "2019"


def test_tables_behind_all_headings_leave_the_sections_as_they_are() -> None:
    case = make_case(0, "tables_behind")
    report = gidisc.parse(case.text)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    last = report.section(6)
    assert last is not None
    assert last.text == "\n".join(case.content.prose[6])


def test_a_heading_behind_the_tables_beside_one_among_them_is_left_out() -> None:
    text = make_case(0, "grid_tsv").text
    heading = "五、存在的主要问题及改进情况"
    report = gidisc.parse(text.replace(heading, "") + f"\n{heading}\n")
    assert [section.number for section in report.sections][:4] == [1, 2, 3, 4]
