"""Facts of the report as a whole: office and year from its titles, edition from the signs of the form."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from gidisc.characters import fold, ordinary
from gidisc.form import DOCUMENT_NUMBERS, Edition
from gidisc.values import squeeze

_ZERO = "0〇零○Oo"
_YEAR = rf"(?:(?:19|2[{_ZERO}])[0-9{_ZERO}]{{2}}|二[{_ZERO}][{_ZERO}一二三四五六七八九]{{2}})"
_IN_EVERY_TITLE = "公开"
# A longer stretch with all characters but one of these is a title that a scan misread.
_KINDS = ("政府信息公开工作年度报告", "政府信息公开年度报告", "信息公开工作年度报告")
_LINE = 120
_TITLE = re.compile(
    r"(?P<before>[^。，；,;?!]{0,60}?)"
    rf"(?P<kind>(?:政府|政务)?(?:信息|政务){_IN_EVERY_TITLE}(?:工作)?(?:情况)?"
    rf"(?:(?P<within>{_YEAR})年?)?(?:的?年度)?(?:工作)?(?:情况)?(?:报告|年报))"
    rf"(?P<after>(?:\([^()]{{0,20}}\)|{_YEAR}年度?)?)(?:的(?:公告|公示|通告))?"
)
_BEFORE = re.compile(
    rf"(?:关于)?(?:\(?(?P<first>{_YEAR})\)?年?度?\)?)?(?:关于)?(?P<agency>.*?)(?:关于(?:发布|公布|公开)?)?"
    rf"(?:\(?(?P<second>{_YEAR})\)?年?度?\)?)?(?:年度)?"
)
_AFTER = re.compile(_YEAR)
_DATED_KIND = rf"(?P<year>{_YEAR})年?度?(?:政府|政务)?信息{_IN_EVERY_TITLE}(?:工作)?(?:年度)?(?:工作)?报告"
# A title at the beginning of a text without lines, behind nothing but what leads to the page.
_GLUED = re.compile(rf"[^，。；,;]{{0,160}}?(?P<agency>[一-鿿()·]{{0,60}}){_DATED_KIND}(?![ \r]*\n)")
_DATED = re.compile(_DATED_KIND)
_LEADS = re.compile(r"(?:年报|年度报告|首页|公开|目录|指南|制度|正文)\Z")
_YEAR_LINE = re.compile(rf"{_YEAR}年度?|\({_YEAR}(?:年度?)?\)")
_DIGITS = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")
_OF_NUMBERS = "号號"
_ANY_BRACKET = str.maketrans({"〔": r"[〔\[(【]", "〕": r"[〕\])】]"})
_LEAD = re.compile(r"[^一-鿿]*\s(?=[^一-鿿\s]*[一-鿿])")
_AROUND_TITLE = "_《》*#=“”\"'"
_AROUND_AGENCY = "·-—:|>»【】[]"
_NAMES_TITLE = re.compile(r"(?:<[^<>]{1,80}>|(?:信息|文件)?(?:标题|名称|题名):)+")
_SUFFIX = re.compile(r"<[^<>]{1,80}>\Z|\.(?:docx?|pdf|wps|txt|html?)\Z")
_LONGEST_SUFFIX = 82
# The longest line that may be a title with a character misread.
_MISREAD = 60
_QUOTED_TITLE = re.compile(r"《([^《》]{4,60}报告)》")
_FIELD = re.compile(
    r"(?:发布机构|发布单位|发文机关|公开主体|信息来源|文章来源|来源)\s*[:|]?\s*(?P<agency>[一-鿿()]{3,40})"
)
_PERIOD = re.compile(r"(?P<year>20[0-9]{2})年1月1日(?:起)?[至到—-](?:(?P=year)年)?12月31日")
_DATE = re.compile(
    r"(?:19|20)?[0-9〇零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日(?:印发)?)?"
)
_OFFICE = re.compile(
    r"[一-鿿()、·0-9]{2,40}"
    r"(?:局|委|委员会|办|办公室|府|院|厅|处|中心|校|学院|大学|公司|银行|支队|总队|大队|站|所|馆|会|署|部|社|园区|管委会|街道|镇|乡|场|库|区|市|县|省|事务部)"
)
_GENERIC = re.compile(
    r"(?:本|我|全|该)[局委办府院厅处市县区镇乡校省机关单位].{0,2}|本站|.*网站|.{0,2}年度?|[0-9]*年.*|.*(?:首页|网站首页|当前位置|公开专栏)"
)
_WORDS = re.compile(r"[一-鿿].*[一-鿿]")
_NUMBERED = re.compile(r"\(?[0-9]{1,2}(?![0-9])")


@frozen
class Title:
    """What a title says: the office (None where it names none) and the year reported on."""

    agency: str | None = None
    year: int | None = None


MOST_SAID = 3
"""What a title says that names office and year."""


def said(title: Title | None) -> int:
    """How much a title says: an office counts more than a year, and what is no title less than one without both."""
    return -1 if title is None else 2 * (title.agency is not None) + (title.year is not None)


def may_hold_title(folded: str) -> bool:
    """Whether folded text has the characters of every title: a quick look before `read_title`."""
    return "报" in folded and all(character in folded for character in _IN_EVERY_TITLE)


def read_title(printed: str) -> Title | None:
    """What a line says if it is the title of an annual report, else None."""
    return _title_on_line(printed) if len(printed) <= _LINE else _read_title(printed)


def _read_title(printed: str) -> Title | None:
    lead = _lead(printed)
    printed = printed[len(lead) :]
    squeezed = squeeze(printed)
    match = _match(squeezed) if _IN_EVERY_TITLE in squeezed else None
    if match is None and len(squeezed) <= _MISREAD and (meant := _as_meant(squeezed)) is not None:
        match = _match(meant)
    if match is None:
        return None
    before = _BEFORE.fullmatch(squeezed, *match.span("before"))
    assert before is not None  # every part of the pattern may be empty
    year = before["second"] or before["first"] or match["within"] or next(iter(_AFTER.findall(match["after"])), None)
    low, high = _agency_within(before, match)
    # A word before the title may be the first of the office's name; a command, a time or an empty field is not.
    begins_before = squeeze(lead).isalnum() and not lead.endswith("\t")
    agency = _kept(printed)[low:high] if is_office_name(squeezed[low:high]) and not begins_before else None
    if low == high and not year and "年" not in match["kind"] + match["before"]:
        return None
    return Title(agency=agency, year=int(year.translate(_DIGITS)) if year else None)


def glued_title(folded: str) -> tuple[int, int] | None:
    """Where the title stands with which a text without line ends begins; None where none does.

    An office is a part of it where the text names it elsewhere behind something else: there it begins. A page that
    names reports of several years says of none that it is its own.
    """
    match = _GLUED.match(folded)
    if match is None or len({title["year"] for title in _DATED.finditer(folded)}) > 1:
        return None
    low, year = match.span("agency")
    for start in range(low, year):
        name = folded[start:year]
        begins = start == low or _LEADS.search(folded, 0, start) is not None
        if begins and is_office_line(name):
            before = {folded[at.start() - 1 : at.start()] for at in re.finditer(re.escape(name), folded)}
            return (start if len(before) > 1 else year), match.end()
    return year, match.end()


def _match(squeezed: str) -> re.Match[str] | None:
    return _TITLE.fullmatch(squeezed, *_bounds(squeezed))


def _as_meant(squeezed: str) -> str | None:
    """A line with the name of the report for what is that but for one character; None where it has no such thing."""
    characters = {*squeezed}
    for kind in _KINDS:
        if len({*kind} - characters) > 1:
            continue
        for at in range(len(squeezed) - len(kind) + 1):
            shown = squeezed[at : at + len(kind)]
            if sum(map(str.__ne__, kind, shown)) == 1:
                return squeezed[:at] + kind + squeezed[at + len(kind) :]
    return None


def _bounds(squeezed: str) -> tuple[int, int]:
    """Where a title begins and ends on a line, without the marks, tags, names and suffixes around it."""
    named = _NAMES_TITLE.match(squeezed)
    start = named.end() if named else 0
    start += len(squeezed) - start - len(squeezed[start:].lstrip(_AROUND_TITLE))
    end = len(squeezed.rstrip(_AROUND_TITLE))
    while suffix := _SUFFIX.search(squeezed, max(start, end - _LONGEST_SUFFIX), end):
        end = len(squeezed[: suffix.start()].rstrip(_AROUND_TITLE))
    return start, max(start, end)


# Several steps ask for the same few lines.
_title_on_line = functools.lru_cache(maxsize=256)(_read_title)


def _lead(printed: str) -> str:
    """The words before a title that have no Chinese characters; digits alone may be those of its year."""
    lead = _LEAD.match(fold(printed))
    return printed[: lead.end()] if lead and not lead[0].strip().isdecimal() else ""


def _agency_within(before: re.Match[str], title: re.Match[str]) -> tuple[int, int]:
    """Where the office stands in a title: 云岭县人民政府信息公开 has one 政府 for both words."""
    agency = before["agency"]
    signs = _AROUND_AGENCY if ")" in agency else _AROUND_AGENCY + "("
    low = before.start("agency") + len(agency) - len(agency.lstrip(signs))
    high = max(low, before.start("agency") + len(agency.rstrip(_AROUND_AGENCY)))
    shares = (
        title.string[low:high].endswith("人民") and title["kind"].startswith("政府") and high == title.start("kind")
    )
    return low, high + len("政府") * shares


def _kept(printed: str) -> str:
    """Text as printed without what `squeeze` removes: code point for code point as long as the squeezed text."""
    return "".join(
        character
        for character, folded in zip(ordinary(printed), fold(printed), strict=True)
        if not folded.isspace() and folded != "\u200b"
    )


def is_cut(agency: str, squeezed: str) -> bool:
    """Whether a squeezed text has a name everywhere but once before 人民政府: a line broke in that of a government."""
    return 0 < squeezed.count(agency) - 1 <= squeezed.count(f"{agency}人民政府")


def office_name(printed: str) -> str | None:
    """The office that a line names, as printed without white space; None where it can be no office."""
    return _kept(printed) if is_office_name(squeeze(printed)) else None


def is_office_name(agency: str) -> bool:
    """Whether squeezed text can name an office: words that are not generic (本机关), no furniture, no list number.

    What scans make of 人民 is in no name.
    """
    return (
        _WORDS.search(agency) is not None
        and not _NUMBERED.match(agency)
        and not _GENERIC.fullmatch(agency)
        and not re.search(r"[《》〈〉:|>»\[\]@={}\\]|首页|年报|公开|公布|[0-9]{6}|[0-9]{4}年|[入八]民", agency)
    )


def is_office_line(printed: str) -> bool:
    """Whether a line is the name of an office and nothing else, as above or below a title or in a signature."""
    squeezed = squeeze(printed)
    return _OFFICE.fullmatch(squeezed) is not None and is_office_name(squeezed)


def is_year_line(printed: str) -> bool:
    """Whether a line is the year of a report and nothing else: `2022年度`, `（2022年）`."""
    return _YEAR_LINE.fullmatch(squeeze(printed)) is not None


def is_date_line(printed: str) -> bool:
    """Whether a line is a date and nothing else."""
    return _DATE.fullmatch(squeeze(printed).strip("()")) is not None


def quoted_titles(prose: str) -> list[Title]:
    """The titles of annual reports that prose quotes, with an office or year of their own."""
    kept = _kept(prose)
    found = (read_title(kept[slice(*match.span(1))]) for match in _QUOTED_TITLE.finditer(squeeze(prose)))
    return [title for title in found if title is not None]


def fields(furniture: str) -> list[str]:
    """The offices that 发布机构 and 来源 fields of a page name."""
    found = (match.span("agency") for match in _FIELD.finditer(fold(furniture)))
    named = (ordinary(furniture)[slice(*span)] for span in found)
    return [agency for agency in named if is_office_line(agency)]


def period_years(prose: str) -> list[int]:
    """The years of the periods (from 1 January to 31 December) that prose states."""
    return [int(match["year"]) for match in _PERIOD.finditer(squeeze(prose))]


def cited_editions(prose: str) -> list[Edition]:
    """The editions whose notice (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号) prose cites."""
    if not any(sign in prose for sign in _OF_NUMBERS):
        return []
    cited = squeeze(prose)
    # Other notices have the same numbers: 云政办发〔2021〕30号.
    return [
        edition
        for number, edition in DOCUMENT_NUMBERS.items()
        if re.search(f"(?<![发字规通令文办]){number.translate(_ANY_BRACKET)}", cited)
    ]


def majority(editions: Iterable[Edition]) -> Edition | None:
    """The edition of most signs; None without a sign or with as many of one as of the other."""
    counts = Counter(editions).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]
