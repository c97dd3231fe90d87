"""Signs between cells that no convention knows: full rows show them."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc import Status

THREE = "三、收到和处理政府信息公开申请情况\n"
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
STABILITY = "3.危及“三安全一稳定”"
FORWARD = "四、结转下年度继续办理"
REFUSED = "? ? ? ? ? ? ?"

FULL = "1 2 3 4 5 6 21"
BLANKS = ". 2 . . . . 2"

ROW_WITH = BROUGHT + "{0}1{0}2{0}3{0}4{0}5{0}6{0}21"


def rows(between: str, first: str = "", last: str = "", blanks: str = BLANKS) -> str:
    """Three full rows and one with blanks, each a line."""
    shown = ((RECEIVED, FULL), (BROUGHT, FULL), (GRANTED, blanks), (STABILITY, FULL))
    return THREE + "".join(
        f"{first}{between.join([label, *(cell.strip('.') for cell in cells.split())])}{last}\n"
        for label, cells in shown
    )


@frozen
class Signed:
    """A text, and the cells of its row with blanks: numbers, `.` where blank, `?` where refused."""

    idea: str
    text: str
    cells: str = BLANKS


SIGNED = (
    Signed("one sign", rows("#")),
    Signed("wide digits", rows("#").translate(str.maketrans("123456", "１２３４５６"))),
    Signed("one sign between spaces", rows(" ^ ")),
    Signed("several signs", rows("->")),
    Signed("one sign twice", rows("||")),
    Signed("several tabs", rows("\t\t")),
    Signed("a listing", rows("、")),
    Signed("brackets", rows("][", "[", "]")),
    Signed("brackets apart", rows("] [", "[", "]")),
    Signed("quotes apart", rows('" "', '"', '"')),
    Signed("a known sign, and the same words behind every line", rows(" & ", last=r" \\ \hline")),
    Signed("a sign that may be a mark, but for the count", rows("~")),
    Signed("a sign that may be a mark, and too few", rows("~", blanks=". 2 . . 2"), REFUSED),
    Signed("a sign that may be a mark, and no full rows", rows("~").replace("~6~", "~~"), REFUSED),
    Signed("a sign that is torn", rows("||") + f"{FORWARD}||1|||2||3||4||5||6\n", REFUSED),
    Signed("a sentence among the rows", rows("#").replace(STABILITY, f"共有#1。\n{STABILITY}")),
    Signed("rows that are not told alike", rows("#").replace(ROW_WITH.format("#"), ROW_WITH.format("^")), REFUSED),
    Signed("a sign that is known", rows("|")),
    Signed(
        "a number that belongs to the label",
        rows("#") + f"{FORWARD}：1#2#3#4#5#6#21\n",
    ),
)


@pytest.mark.parametrize("signed", SIGNED, ids=lambda signed: signed.idea)
def test_which_cell(signed: Signed) -> None:
    shown = [cell for cell in gidisc.cells(gidisc.parse(signed.text)) if cell.row == "granted"]
    kept = {Status.REFUSED: "?", Status.BLANK: "."}
    assert " ".join(kept.get(cell.status, str(cell.value)) for cell in shown) == signed.cells


@pytest.mark.parametrize("between", ["#", "][", "~"])
def test_what_stands_between_cells_is_markup(between: str) -> None:
    text = rows(between)
    kinds = {
        piece.kind for piece in gidisc.parse(text).accounting() if between[0] in text[piece.span.start : piece.span.end]
    }
    assert kinds == {"markup"}


def test_a_listing_in_words_is_prose() -> None:
    text = rows("、") + "五、存在的主要问题及改进情况\n一是内容、形式还不够丰富\n"
    section = gidisc.parse(text).section(5)
    assert section is not None
    assert section.text == "一是内容、形式还不够丰富"
