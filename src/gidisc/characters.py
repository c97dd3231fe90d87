"""Folding of characters for recognition: one code point becomes one code point, so that no position is lost."""

from __future__ import annotations

import functools
import re
import unicodedata

# Most of what is folded in a report are these, and they are replaced faster one kind after the other.
_COMMON = "，（）：；\xa0\u3000"

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f"
)
"""Characters that leave nothing on the page; they fold to `LEFT_OUT`."""

LEFT_OUT = "\u200b"
"""What stands for each character that is no part of what a text says, so that all others keep their places."""

_TRADITIONAL = (
    "總體況動開資訊訴訟詢務處設請與數見為無條規範許罰強製費機構業會織險護權屬於類內過"
    "執關現補後確認復複訪舉報誤計級稱誌稅個區結轉繼續辦廢檔項額購採糾維審經議決質單萬"
    "號頒發該時觀廳鎮縣黨員劃導進應標備負責點問題領財貨農衛環監廣電視書館園團圖術學歷"
    "營產寫並從義長東興門車頁減爲國對當據匯沒祕穩納組繳獲詳說説這"
)
"""Characters of our labels and of office names as pages in traditional characters print them."""

_SIMPLIFIED = (
    "总体况动开资讯诉讼询务处设请与数见为无条规范许罚强制费机构业会织险护权属于类内过"
    "执关现补后确认复复访举报误计级称志税个区结转继续办废档项额购采纠维审经议决质单万"
    "号颁发该时观厅镇县党员划导进应标备负责点问题领财货农卫环监广电视书馆园团图术学历"
    "营产写并从义长东兴门车页减为国对当据汇没秘稳纳组缴获详说说这"
)
"""The same, one by one, in simplified characters."""

_BRACKETS_AND_QUOTES = {
    "﹝": "〔",
    "﹞": "〕",
    "❨": "(",
    "❩": ")",
    "⟨": "(",
    "⟩": ")",
    "﹣": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "—",
    "―": "—",
    "─": "—",
    "∶": ":",
}


def _radicals() -> dict[int, str]:
    """Kangxi radicals decompose to their ideographs; of the supplement only a few do, the rest stand here."""
    table = {
        code: unicodedata.normalize("NFKC", chr(code))
        for code in range(0x2E80, 0x2FE0)
        if len(unicodedata.normalize("NFKC", chr(code))) == 1 and unicodedata.normalize("NFKC", chr(code)) != chr(code)
    }
    supplement = zip(
        "⺁⺄⺈⺊⺌⺍⺕⺗⺝⺠⺢⺣⺥⺧⺩⺫⺬⺮⺳⺶⺷⺼⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺟",
        "厂乙刀卜小小彐心月民水火爪牛王目示竹网羊羊肉虎衣西西见角言贝足车走走走金长长长门阜雨青韦页风飞食食食食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟母",
        strict=True,
    )
    return table | {ord(radical): ideograph for radical, ideograph in supplement}


RADICALS = _radicals()
"""CJK radicals and the ordinary characters that they stand for."""


_RADICAL = re.compile("[\u2e80-\u2fdf]")


@functools.cache
def _folding() -> tuple[dict[str, str], re.Pattern[str]]:
    """What characters fold to, and a pattern for those that do: most characters of a text stay what they are."""
    table = dict(RADICALS)
    for code in (*range(0xFF01, 0xFF5F), *range(0xFE30, 0xFE70), *range(0xF900, 0xFB00), 0xFFE5):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    table |= {ord(traditional): simplified for traditional, simplified in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
    table |= {ord(variant): plain for variant, plain in _BRACKETS_AND_QUOTES.items()}
    table |= dict.fromkeys(map(ord, INVISIBLE), LEFT_OUT)
    table |= dict.fromkeys((0x85, 0x1C, 0x1D, 0x1E, 0x2028, 0x2029), "\n")
    table |= dict.fromkeys((0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009), " ")
    table |= dict.fromkeys((0x200A, 0x202F, 0x205F, 0x3000, 0x1680), " ")
    # A radical may stand for a traditional character: what a character folds to is folded itself.
    folding = {chr(code): folded.translate(table) for code, folded in table.items() if chr(code) != folded}
    return folding, re.compile(f"[{re.escape(''.join(folding))}]")


def fold(text: str) -> str:
    """`text` for recognition, code point by code point, so that its length does not change.

    Plain widths, radicals and our labels' traditional characters as ordinary ones, every kind of space as a space,
    invisible characters as `LEFT_OUT`.
    """
    if text.isascii() and text.isprintable():
        return text
    folding, folds = _folding()
    for sign in _COMMON:
        text = text.replace(sign, folding[sign])
    return folds.sub(lambda match: folding[match[0]], text)


def left_out(match: re.Match[str]) -> str:
    """As many `LEFT_OUT` as what a pattern found has characters: what replaces it."""
    return LEFT_OUT * len(match[0])


def ordinary(text: str) -> str:
    """`text` with radicals as ordinary characters, everything else as printed. The length does not change."""
    return text if text.isascii() else _RADICAL.sub(_ideograph, text)


def _ideograph(radical: re.Match[str]) -> str:
    return RADICALS.get(ord(radical[0]), radical[0])


def display_width(text: str) -> int:
    """The width of a text on a page: East Asian wide and full-width characters count two."""
    if text.isascii():
        return len(text)
    return sum(map(_widths.__getitem__, text))


class _Widths(dict[str, int]):
    """The widths of characters, each looked up in the Unicode database once."""

    def __missing__(self, character: str) -> int:
        width = self[character] = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        return width


_widths = _Widths()
