"""The numerals before the headings of sections, as offices print them and scans read them."""

from __future__ import annotations

import re

from gidisc.normalize.labels import Sighting

NUMERAL = r"[0-9]{1,2}|[一二三四五六七八九十①-⑨]|(?<![A-Za-z])[lI](?=\\?[.、．])"
"""A pattern for the numeral of a list number, which scans may give as a letter."""
UNREAD_NUMBER = re.compile(r"[(（][ \u200b]?[^()（）\w\s]{1,2}[ \u200b]?[)）][ \u200b*]*[“\"'‘]?\Z")
"""A list number in brackets, `（—）`, of which a scan left no numeral."""
_PLAIN = str.maketrans("①②③④⑤⑥⑦⑧⑨lI", "12345678911")
_WINDOW = 24
_BLANK = r"[ \u200b]*"
_NUMERAL = re.compile(r"(?P<numeral>[一二三四五六1-6][ \u200b]*[、.,])[ \u200b*\n]*\Z")
# `第二部分`, `Ⅱ、`, `二丶`, `二` alone: these begin a line.
_AT_LINE_START = re.compile(
    rf"(?:^|[\f\r\t|])[ \u200b*#>`\\“\"‘'【<]*(?:<[^<>\n]{{1,16}}>)*"
    rf"(?P<numeral>第{_BLANK}(?P<part>[一二三四五六1-6]){_BLANK}(?:部分|章|编|篇){_BLANK}[、.,:]?"
    rf"|(?P<sign>\S){_BLANK}(?P<mark>[、.,丶`'’])|(?P<bare>\S)(?=[ \u200b*]*\Z))[ \u200b*\n]*\Z",
    re.MULTILINE,
)
_REMARK = re.compile(r"[ \u200b*:]*(?P<remark>\([^()\n]{1,24}\))[ \u200b*:]*(?:[\n\f\r]|\Z)")
_SIGNS = ("一1壹Ⅰ①", "二2贰Ⅱ②", "三3叁Ⅲ③", "四4肆Ⅳ④", "五5伍Ⅴ⑤", "六6陆Ⅵ⑥")
# Each of these counts something: none was made of another numeral by a scan.
_COUNTING = frozenset("".join(_SIGNS) + "七八九十789甲乙丙丁戊己庚辛0(（)）")


def plain(numeral: str) -> str:
    """The numeral that one in a circle, or read as a letter, stands for."""
    return numeral.translate(_PLAIN)


def heading_numeral(folded: str, sighting: Sighting) -> tuple[int, int]:
    """Where the numeral of a heading stands; an empty stretch at the heading where none is printed."""
    low = max(0, sighting.start - _WINDOW)
    match = _NUMERAL.search(folded, low, sighting.start)
    if match is None or folded[: match.start()].endswith("("):
        match = odd_numeral(folded, sighting)
    return match.span("numeral") if match else (sighting.start, sighting.start)


def odd_numeral(folded: str, sighting: Sighting) -> re.Match[str] | None:
    """The numeral of a heading at the beginning of its line, if it is its own in another script or misread."""
    if sighting.term.kind != "heading":
        return None
    match = _AT_LINE_START.search(folded, max(0, sighting.start - _WINDOW), sighting.start)
    if match is None:
        return None
    own = _SIGNS[int(sighting.term.id) - 1]
    printed = match["part"] or match["bare"] or match["sign"]
    # What no alphabet has was made of a numeral by a scan.
    is_misread = match["sign"] and (not printed.isalnum() or "ぁ" <= printed <= "ヿ") and printed not in _COUNTING
    return match if printed in own or is_misread else None


def heading_remark(folded: str, sighting: Sighting) -> tuple[int, int] | None:
    """Where a remark in brackets stands behind a heading, at the end of its line: `（2022年）`."""
    match = _REMARK.match(folded, sighting.end)
    return match.span("remark") if match else None
