"""Words where a row has its numbers are what its cells say, or the reason why it is refused; never a blank."""

from __future__ import annotations

import pytest

import gidisc
from gidisc import Status
from gidisc.normalize.labels import HanText

FORM = """二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章{rules}
行政规范性文件{documents}
第二十条第（五）项
信息内容 本年处理决定数量
行政许可{licensing}
"""


def rules(separator: str, *cells: str) -> tuple[list[tuple[object, Status, str]], set[str]]:
    """The cells of 规章 where its row is printed with some cells, and the codes of what is said of the text."""
    printed = separator + separator.join(cells)
    text = FORM.format(rules=printed, documents=separator + separator.join("103"), licensing=f"{separator}7")
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert report.proactive["licensing", "decisions"].value == 7
    row = [report.proactive["rules", column] for column in ("issued", "repealed", "in_force")]
    for cell in row:
        assert cell.span is None or text[cell.span.start : cell.span.end] == cell.raw
    return [(cell.value, cell.status, cell.raw) for cell in row], {diagnostic.code for diagnostic in report.diagnostics}


@pytest.mark.parametrize("separator", ["\t", " | ", " & "])
@pytest.mark.parametrize(
    "words", ["无此类文件", "三", "十二", "本单位 未制作", "本单位未制作规章", "13000(预算)", "〇", "O"]
)
def test_words_between_separators_are_what_the_cell_says(separator: str, words: str) -> None:
    row, codes = rules(separator, words, "0", "2")
    assert row == [(None, Status.NOT_A_NUMBER, words), (0, Status.READ, "0"), (2, Status.READ, "2")]
    assert "not-a-number" in codes


def test_words_beside_blanks_are_what_the_cell_says() -> None:
    row, _ = rules("\t", "", "暂无", "")
    assert row == [(None, Status.BLANK, ""), (None, Status.NOT_A_NUMBER, "暂无"), (None, Status.BLANK, "")]


@pytest.mark.parametrize("zero", ["O", "o", "〇", "l", "2O"])
def test_what_scans_make_of_digits_takes_the_place_of_a_number_and_is_none(zero: str) -> None:
    row, _ = rules(" ", "1", zero, "2")
    assert row == [(1, Status.READ, "1"), (None, Status.NOT_A_NUMBER, zero), (2, Status.READ, "2")]


@pytest.mark.parametrize("cells", [("一", "二", "三"), ("本单位未制作规章",) * 3, ("暂无",), ("无此类文件", "0", "2")])
def test_words_without_separators_refuse_the_row(cells: tuple[str, ...]) -> None:
    row, codes = rules(" ", *cells)
    assert row == [(None, Status.REFUSED, "")] * 3
    assert codes & {"row-words", "row-broken"}


def test_a_remark_behind_as_many_values_as_cells_is_no_cell() -> None:
    row, _ = rules("\t", "0", "1", "2", "见附件")
    assert [value for value, _, _ in row] == [0, 1, 2]


def test_prose_on_the_lines_behind_a_table_leaves_its_last_row_blank() -> None:
    text = FORM.format(rules=" 0 0 0", documents=" 0 0 0", licensing="\n本年度没有其他情况需要说明。")
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert report.proactive["licensing", "decisions"].status is Status.BLANK


def test_words_between_bars_below_the_last_label_are_no_prose() -> None:
    text = FORM.partition("{rules}")[0].replace("\n", " |\n") + " |\n" + "本单位未制作规章 |\n" * 3
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert report.edition == "2021"
    assert report.proactive["rules", "issued"].status is Status.REFUSED


def test_a_short_label_inside_words_is_no_row() -> None:
    canonical = gidisc.normalize(FORM.format(rules=" 未制作规章", documents=" 0 0 3", licensing=" 7")).text
    assert "\n| 规章 | ? | ? | ?\n" in canonical
    assert "? 未制作规章" in canonical


def test_words_on_the_line_of_a_label_leave_no_blank_row_where_values_stand_above_labels() -> None:
    text = FORM.format(rules=" 1 2 3", documents=" 暂无 | 三 |", licensing=" | 5 |").replace("信息", "1 2 3\n信息", 1)
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert report.proactive["normative_documents", "issued"].status is Status.REFUSED


RESULTS = " ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
DISPUTES = f"""四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
未经复议直接起诉 复议后起诉
{RESULTS}
"""


@pytest.mark.parametrize(
    "words", ["mp sj pb hs bp 5 hp lo oo bp bol", "四加加加加加加加9加辐加四", "[了[天CD有天加ICIO"]
)
@pytest.mark.parametrize("behind", ["五、存在的主要问题及改进情况\n无。\n", "\n本年度没有其他情况需要说明。\n"])
def test_words_in_place_of_the_row_of_disputes_refuse_it(words: str, behind: str) -> None:
    report = gidisc.parse(f"{DISPUTES}{words}\n{behind}")
    assert report.disputes is not None
    assert {cell.status for cell in gidisc.cells(report)} == {Status.REFUSED}
    assert "row-words" in {diagnostic.code for diagnostic in report.diagnostics}


def test_prose_behind_the_heads_of_disputes_leaves_their_row_blank() -> None:
    report = gidisc.parse(f"{DISPUTES}\n本年度没有其他情况需要说明。\n")
    assert {cell.status for cell in gidisc.cells(report)} == {Status.BLANK}


@pytest.mark.parametrize(
    ("line", "characters"),
    [
        ("供    无         2          无         3", "供"),
        ("总计    无                    ", "总计无"),
        ("    无  1.本机关不掌握", "无本机关不掌握"),
        ("    无\n", ""),
    ],
)
def test_a_mark_in_words_among_cells_is_no_character_of_a_label(line: str, characters: str) -> None:
    assert HanText.of(line).characters == characters
