"""Folding of characters for recognition: one code point becomes one code point, so that no position is lost."""

from __future__ import annotations

import functools
import unicodedata

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f"
"""Characters that leave nothing on the page; they fold to U+200B."""

_TRADITIONAL = (
    "總总 體体 況况 動动 開开 資资 訊讯 訴诉 訟讼 詢询 務务 處处 設设 請请 與与 數数 見见 為为 無无 條条 規规 範范 許许 罰罚 強强 製制 費费 機机 構构 業业 "
    "會会 織织 險险 護护 權权 屬属 於于 類类 內内 過过 執执 關关 現现 補补 後后 確确 認认 復复 複复 訪访 舉举 報报 誤误 計计 級级 稱称 誌志 稅税 個个 區区 "
    "結结 轉转 繼继 續续 辦办 廢废 檔档 項项 額额 購购 採采 糾纠 維维 審审 經经 議议 決决 質质 單单 萬万 號号 頒颁 發发 該该 時时 觀观 廳厅 鎮镇 縣县 黨党 "
    "員员 劃划 導导 進进 應应 標标 備备 負负 責责 點点 問问 題题 領领 財财 貨货 農农 衛卫 環环 監监 廣广 電电 視视 書书 館馆 園园 團团 圖图 術术 學学 歷历 "
    "營营 產产 寫写 並并 從从 義义 長长 東东 興兴 門门 車车 頁页 "
).split()
"""Characters of our own labels and of office names as pages in traditional characters print them, each with the simplified one."""

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


@functools.cache
def _folding() -> dict[int, str]:
    table = dict(RADICALS)
    for code in (*range(0xFF01, 0xFF5F), *range(0xFE30, 0xFE70), *range(0xF900, 0xFB00), 0xFFE5):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    table |= {ord(traditional): simplified for traditional, simplified in _TRADITIONAL}
    table |= {ord(variant): plain for variant, plain in _BRACKETS_AND_QUOTES.items()}
    table |= dict.fromkeys(map(ord, INVISIBLE), "\u200b")
    table |= dict.fromkeys((0x85, 0x1C, 0x1D, 0x1E, 0x2028, 0x2029), "\n")
    table |= dict.fromkeys((0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009), " ")
    table |= dict.fromkeys((0x200A, 0x202F, 0x205F, 0x3000, 0x1680), " ")
    return table


def fold(text: str) -> str:
    """`text` for recognition, code point by code point: plain widths, radicals and our labels' traditional characters
    as ordinary ones, every kind of space as a space, invisible characters as U+200B. The length does not change."""
    return text.translate(_folding())


def ordinary(text: str) -> str:
    """`text` with radicals as ordinary characters; widths and everything else as printed. The length does not change."""
    return text if text.isascii() else text.translate(RADICALS)
