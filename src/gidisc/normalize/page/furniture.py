"""What a page prints around its text: page numbers, navigation, dates and buttons of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gidisc.facts import read_title
from gidisc.normalize.page.running import running_lines
from gidisc.source import Span
from gidisc.values import squeeze

_PAGE_NUMBER = re.compile(
    r"[-—]{1,3}[0-9]{1,3}(?:of[0-9]{1,3})?[-—]{1,3}|第?[0-9]{1,3}页(?:[,/]?共[0-9]{1,3}页)?|第[0-9]{1,3}/[0-9]{1,3}页|第页(?:共页)?|(?P<page>[1-9][0-9]{0,2})/(?P<of>[0-9]{1,3})|[Pp](?:age|\.)[0-9]{1,3}.{0,24}"
)
_WORDS = re.compile(r"[^\W\d_]")
# Numbers and marks that stand so far apart, or numbers that stand apart at all, are cells.
_OF_CELLS = re.compile(r"[0-9][ \u200b]+[0-9]|\S(?:[ \u200b]*\t|[ \u200b]{4})[ \u200b\t]*\S")
_LONGEST = 240
# Quoted texts have it before each line.
_QUOTE = re.compile(r"^(?:>[ \t]*)+")
# No page has the number 0.
_BEHIND_LINE = re.compile(
    r"[^\s\u200b][ \u200b]+(?P<page>(?P<stroke>[-—]{1,2}) ?(?P<number>[1-9][0-9]{0,2}) ?(?P=stroke))[ \f]*$",
    re.MULTILINE,
)
_BETWEEN_STROKES = re.compile(
    r"^[ \f]*(?P<stroke>[-—]{1,2})(?P<before>[ \n]{0,3})(?P<number>[1-9][0-9]{0,2})(?P<after>[ \n]{0,3})(?P=stroke)"
    r"[ \f]*$",
    re.MULTILINE,
)
_BARE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_BARE_LINE = re.compile(r"^[ \t\f\u200b]*(?P<number>[0-9]+)[ \t\f\u200b]*$", re.MULTILINE)
_FEWEST_PAGES = 3
# So many numbers count on by chance nowhere, not even beside labels.
_MANY_PAGES = 5
# What browsers print above and below each page: the address and the number of the page, the time and the title.
_ADDRESS = r"(?:https?:|(?:fi|\ufb01)le:|www\.)\S+"
_DAY = r"(?:20[0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:20)?[0-9]{2})"
_CLOCK = r"(?:[上下]午)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[AP]M)?"
_PRINTED = re.compile(rf"{_DAY}[, ]{{1,2}}{_CLOCK}(?: .*)?|{_ADDRESS} +[0-9]{{1,3}}/[0-9]{{1,3}}|{_ADDRESS}")
_MAY_BE_PRINTED = re.compile(r"[0-9]|https?:|le:|www\.")
# Behind its title the name of a page in a browser has that of the site.
_SITE_NAME = re.compile(r" ?[-_|—] ?[^-_|—]+$")
_SITE = re.compile(
    r".{0,12}(?:发布时间|发布日期|发文日期|成文日期|更新时间|录入时间|生成日期|浏览次数|浏览量|阅读次数|阅读量|点击数|点击率|访问量|访问次数).{0,60}"
    r"|(?:\||\[|【|日期|时间|来源|信息来源|文章来源|发布机构|发布单位|发文机关|公开主体|索引号|主题分类|公开形式|公开方式|公开时限|公开范围|公开程序|文号|发文字号|有效性|关键词|责任编辑|编辑|审核|作者|点击|阅读|浏览|字号|字体|大小|分类)[:：].{0,80}"
    r"|(?:索引号|主题分类|发布机构|发文日期).{0,80}"
    r"|.{0,6}(?:打印|关闭|收藏|分享到|分享|返回顶部|返回首页|关闭窗口|打印本页|无障碍|长者版|繁体|简体|登录|注册|设为首页|加入收藏|微信|微博|RSS|扫一扫|手机版|English).{0,40}"
    r"|.{0,24}(?:版权所有|备案号|ICP备|公网安备|网站标识码|网站地图|联系我们|主办单位|承办单位|技术支持|建议使用).{0,120}"
    r"|(?:主办|承办|协办|地址|电话|邮编|邮箱|版权|上一篇|下一篇|上一条|下一条|相关链接|相关附件|相关文章|友情链接)[:：].{0,120}"
    r"|(?:附件|附)[0-9]?[:：].{0,80}"
    r"|(?:当前位置|您的位置|您所在的位置|您现在的位置|所在位置|位置|你的位置)[:：]?.{0,80}"
    r"|(?:首页|网站首页).{0,60}"
    r"|https?://\S+|file:///\S+|\S*\.(?:gov|com|org|edu)\.?(?:cn)?\S*"
    r"|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}.{0,80}"
)
_FOOTER = re.compile(
    r"(?:link:[^\[]{0,80}\[|\[\[[^|\]]{0,80}\|)?[【\[(]{0,2}(?:分享到|分享|打印本页|打印|关闭窗口|关闭|返回顶部|上一篇|下一篇|上一条|下一条|附件|相关附件|相关链接|相关文章|责任编辑|主办|主办单位|承办|版权所有|扫一扫|网站地图|友情链接)(?:[:：\s|\]】)].*|$)"
)


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a page in one of the forms that tell it: `— 3 —`, `第3页`, `- 3 -`."""
    found = _PAGE_NUMBER.fullmatch(squeeze(line))
    if found is None or (not _WORDS.search(line) and _OF_CELLS.search(line)):
        return False
    return found["page"] is None or int(found["page"]) <= int(found["of"])


def is_site_line(line: str) -> bool:
    """Whether a line is navigation, a date or a button of the site that carries the report."""
    squeezed = squeeze(line).strip("*#_>")
    return bool(squeezed) and len(squeezed) < 140 and _SITE.fullmatch(squeezed) is not None


def opens_footer(line: str) -> bool:
    """Whether a line opens what a page prints behind the report."""
    return _FOOTER.match(squeeze(line).strip("*#_>")) is not None


def page_furniture(folded: str) -> Iterator[Span]:
    """The page numbers and printed headers of a text; a bare number where a form feed or a count tells that it is one.

    A title that a text prints again is the running head of its pages.
    """
    found = {*_on_lines_of_their_own(folded), *_behind_lines(folded), *_over_lines(folded), *_counting_pages(folded)}
    found |= {*running_lines(folded)}
    yield from sorted(found)


def _behind_lines(folded: str) -> Iterator[Span]:
    """Page numbers at the ends of lines: where several are in strokes, `— 3 —`, and each is the next of the one before.

    One alone may be three cells of a row.
    """
    found = list(_BEHIND_LINE.finditer(folded))
    numbers = [int(match["number"]) for match in found]
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        for match in found:
            yield Span(start=match.start("page"), end=match.end("page"))


def _counting_pages(folded: str) -> Iterator[Span]:
    """The numbers alone on their lines, where all of a text count on, one behind prose or many."""
    found: list[re.Match[str]] = []
    for match in _BARE_LINE.finditer(folded):
        between = folded[found[-1].end() : match.start()].strip(" \n") if found else "first"
        follows = not found or int(match["number"]) == int(found[-1]["number"]) + 1
        if not (follows and between and _BARE_NUMBER.fullmatch(match["number"])):
            return
        found.append(match)
    behind_prose = any(folded[: match.start()].rstrip().endswith("。") for match in found)
    if len(found) >= (_FEWEST_PAGES if behind_prose else _MANY_PAGES):
        for match in found:
            yield Span(start=match.start("number"), end=match.end("number"))


def _over_lines(folded: str) -> Iterator[Span]:
    """Page numbers in strokes that are broken over lines: each the only one that is missing between two whole ones."""
    whole: dict[tuple[str, int], int] = {}
    broken: list[re.Match[str]] = []
    for match in _BETWEEN_STROKES.finditer(folded):
        if "\n" in match["before"] + match["after"]:
            broken.append(match)
        else:
            whole[match["stroke"], int(match["number"])] = match.start()
    numbers = Counter((match["stroke"], int(match["number"])) for match in broken)
    for match in broken:
        stroke, number = match["stroke"], int(match["number"])
        low, high = whole.get((stroke, number - 1), len(folded)), whole.get((stroke, number + 1), 0)
        if numbers[stroke, number] == 1 and (stroke, number) not in whole and low < match.start() < high:
            for part in re.finditer(r"[^\s]+(?: [^\s]+)*", match[0]):
                yield Span(start=match.start() + part.start(), end=match.start() + part.end())


def _on_lines_of_their_own(folded: str) -> Iterator[Span]:
    at = 0
    titles: set[str] = set()
    pages = _numbers_at_breaks(folded) if "\f" in folded else set[int]()
    for line in folded.split("\n"):
        start = at
        at += len(line) + 1
        stripped = line.strip(" \t\r\f\u200b")
        if stripped.startswith(">"):
            stripped = _QUOTE.sub("", stripped)
        if not stripped or len(stripped) > _LONGEST or (stripped.isdecimal() and not pages):
            continue
        low = start + line.index(stripped)
        if stripped in titles or low in pages or _is_printed(stripped):
            yield Span(start=low, end=low + len(stripped))
        elif "公开" in stripped and _holds_title(stripped):
            titles.add(stripped)


def _holds_title(line: str) -> bool:
    return read_title(line) is not None or read_title(_SITE_NAME.sub("", line)) is not None


def _numbers_at_breaks(folded: str) -> set[int]:
    """Where numbers alone on their lines stand beside form feeds and count the pages.

    A cell may stand there, too: the numbers of pages go on with them, and at least half of all form feeds have one.
    """
    counts: dict[int, list[int]] = {}
    pages = at = 0
    for match in _BARE_LINE.finditer(folded):
        start = match.start("number")
        pages += folded.count("\f", at, start)
        at = start
        beside = "\f" in folded[max(0, match.start() - 2) : match.end() + 3]
        if beside and _BARE_NUMBER.fullmatch(match["number"]):
            counts.setdefault(int(match["number"]) - pages, []).append(start)
    most = max(map(len, counts.values()), default=0)
    if 2 * most < folded.count("\f"):
        return set()
    return {start for starts in counts.values() if len(starts) == most for start in starts}


def _is_printed(line: str) -> bool:
    """Whether a line is what printing adds."""
    return _MAY_BE_PRINTED.search(line) is not None and (_PRINTED.fullmatch(line) is not None or is_page_number(line))
