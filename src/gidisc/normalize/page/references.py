"""What markup says beside the words of a page: how a stretch looks, where a box begins, what links call a heading.

`[公开]{style="color:red"}`, `::: content`, `{anchor:一总体情况}一、总体情况`.
"""

from __future__ import annotations

import re

from gidisc.characters import left_out
from gidisc.normalize.labels import HAN

_STYLED = re.compile(r"\[(?P<said>[^\[\]]{0,2000})\]\{[^{}\n]{0,300}\}")
_ATTRIBUTES = re.compile(r"\{\{[A-Za-z][^{}\n]{0,300}\}\}|\{[#.][^{}\n]{0,300}\}|\{(?:[a-z]+:[A-Za-z]+|[*_])\}")
_TORN_TAG = re.compile(r"<(?:a|b|em|font|i|span|strong|u)[ \r]*\n[^<>\n]{0,200}>")
_BOX = re.compile(r"^[ \t]*(?:\.\. |:{1,3}|\{|<<)[ :=.-]*+[A-Za-z][ A-Za-z/:=._-]*+(?:\}|>>)?[ \t\r]*+$", re.MULTILINE)
_NAME = re.compile(
    r"(?:(?<!\S)[a-z]+[0-9](?=\([A-Za-z]*#))?(?:[{(<\[:]{1,2}[A-Za-z_]+(?: [A-Za-z]+)?[:=\"# ]{1,3}|\(?#)"
    r"(?P<name>[一-鿿][一-鿿0-9A-Za-z_（）()-]{3,80})[\"/ }>)\]#.]*+(?![。，])"
)
# What every such name, and every such rank, has before it: few texts have it.
_NAMES = re.compile(r"[{(<\[:][A-Za-z_]|#[一-鿿]")
_RANKS = re.compile(r"[=.:][ \u200b]+[一二三四五六七八九]、")
# What ranks headings: `h2. 一、总体情况`, `== 一、总体情况`.
_RANK = re.compile(
    r"^[ \t\u200b]*(?:={1,6}|(?:\.\.)? ?[a-z]+[0-9]?[.:]{1,2})(?=[ \u200b]+[一二三四五六七八九]、)", re.MULTILINE
)
_HEADING = 120
_NEAR = 240
_FEWEST = 3


def without_references(text: str) -> str:
    """A text without what is no word of the page, of the same length."""
    if "{" in text:
        if text.count("]{") >= _FEWEST:
            text = _STYLED.sub(_said_only, text)
        text = _ATTRIBUTES.sub(left_out, text)
    if "</" in text:
        text = _TORN_TAG.sub(left_out, text)
    if ":\n" in text or "::" in text or "{" in text or "<<" in text:
        text = _BOX.sub(left_out, text)
    if _NAMES.search(text):
        text = _NAME.sub(_unless_it_names_alone, text)
    return _RANK.sub(left_out, text) if _RANKS.search(text) else text


def _said_only(match: re.Match[str]) -> str:
    """What a styled stretch says; where it stands in a cell of its own, columns stay where they are."""
    around = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    filling = " " if not around.strip() else "\u200b"
    return f"{filling}{match['said']}".ljust(len(match[0]), filling)


def _unless_it_names_alone(match: re.Match[str]) -> str:
    """Nothing for a name that the words beside it say, on its line or on one next to it."""
    text = match.string
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    end = len(text) if end < 0 else end
    before = text[max(0, start - _NEAR) : start].replace("\u200b", "").rstrip()
    lines = (text[start : match.start()] + text[match.end() : end], before[before.rfind("\n") + 1 :])
    said = "".join(HAN.findall(match["name"]))
    return left_out(match) if any(_says(line, said) for line in lines) else match[0]


def _says(line: str, words: str) -> bool:
    return len(line) <= _HEADING and "".join(HAN.findall(line)) == words
