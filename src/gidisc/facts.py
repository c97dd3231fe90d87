"""Facts of the report as a whole: office and year from its titles, edition from the signs of the form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from gidisc.characters import fold
from gidisc.form import DOCUMENT_NUMBERS, Edition
from gidisc.values import squeeze

_TITLE = re.compile(
    r"(?P<before>[^。，；,;?!]{0,60}?)"
    r"(?P<kind>(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:情况)?(?:的?年度)?(?:工作)?(?:情况)?(?:报告|年报))"
    r"(?P<after>(?:\([^()]{0,20}\))?)"
)
_BEFORE = re.compile(
    r"(?:关于)?(?:\(?(?P<first>(?:19|20)[0-9]{2})\)?年?度?)?(?:关于)?(?P<agency>.*?)(?:关于)?"
    r"(?:\(?(?P<second>(?:19|20)[0-9]{2})\)?年?度?)?(?:年度)?"
)
_QUOTED_TITLE = re.compile(r"《([^《》]{4,60}报告)》")
_FIELD = re.compile(r"(?:发布机构|发布单位|发文机关|公开主体|信息来源|文章来源|来源)\s*[:|]?\s*(?P<agency>[一-鿿()]{3,40})")
_PERIOD = re.compile(r"(?P<year>20[0-9]{2})年1月1日(?:起)?[至到—-](?:(?P=year)年)?12月31日")
_DATE = re.compile(r"(?:19|20)?[0-9〇零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?")
_OFFICE = re.compile(
    r"[一-鿿()、·0-9]{2,40}"
    r"(?:局|委|委员会|办|办公室|府|院|厅|处|中心|校|学院|大学|公司|银行|支队|总队|大队|站|所|馆|会|署|部|社|园区|管委会|街道|镇|乡|场|库|区|市|县|省|事务部)"
)
_GENERIC = re.compile(r"(?:本|我|全|该)[局委办府院厅处市县区镇乡校省机关单位].{0,2}|本站|网站|.{0,2}年度?|.*(?:首页|网站首页|当前位置|公开专栏)")


@frozen
class Title:
    """What a title says: the office (None where it names none) and the year reported on."""

    agency: str | None = None
    year: int | None = None


def read_title(printed: str) -> Title | None:
    """What a line says if it is the title of an annual report, else None."""
    match = _TITLE.fullmatch(squeeze(printed).strip("《》*#“”\"'"))
    if match is None:
        return None
    before = _BEFORE.fullmatch(match["before"])
    assert before is not None  # every part of the pattern may be empty
    agency = before["agency"].strip("()·-—:|>»")
    if agency.endswith("人民") and match["kind"].startswith("政府"):
        agency += "政府"
    year = before["second"] or before["first"] or next(iter(re.findall(r"20[0-9]{2}", match["after"])), None)
    if not agency and not year and "年" not in match["kind"] and "年" not in match["before"]:
        return None
    return Title(agency=agency if is_office_name(agency) else None, year=int(year) if year else None)


def is_office_name(agency: str) -> bool:
    """Whether squeezed text can name an office: not empty, not generic (本机关), no furniture."""
    return len(agency) >= 2 and not _GENERIC.fullmatch(agency) and not re.search(r"[《》:|>»\[\]]|首页|年报|公开", agency)


def is_office_line(printed: str) -> bool:
    """Whether a line is the name of an office and nothing else, as it stands above or below a title or in a signature."""
    squeezed = squeeze(printed)
    return _OFFICE.fullmatch(squeezed) is not None and is_office_name(squeezed)


def is_date_line(printed: str) -> bool:
    """Whether a line is a date and nothing else."""
    return _DATE.fullmatch(squeeze(printed).strip("()")) is not None


def quoted_titles(prose: str) -> list[Title]:
    """The titles of annual reports that prose quotes, with an office or year of their own."""
    found = (read_title(match[1]) for match in _QUOTED_TITLE.finditer(squeeze(prose)))
    return [title for title in found if title is not None]


def fields(furniture: str) -> list[str]:
    """The offices that 发布机构 and 来源 fields of a page name."""
    found = (match["agency"] for match in _FIELD.finditer(fold(furniture)))
    return [agency for agency in found if is_office_name(agency) and _OFFICE.fullmatch(agency)]


def period_years(prose: str) -> list[int]:
    """The years of the periods (from 1 January to 31 December) that prose states."""
    return [int(match["year"]) for match in _PERIOD.finditer(squeeze(prose))]


def cited_editions(prose: str) -> list[Edition]:
    """The editions whose notice (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号) prose cites."""
    cited = re.sub(r"[\[(]", "〔", re.sub(r"[\])]", "〕", squeeze(prose)))
    return [edition for number, edition in DOCUMENT_NUMBERS.items() if number in cited]


def majority(editions: Iterable[Edition]) -> Edition | None:
    """The edition of most signs; None without a sign or with as many of one as of the other."""
    counts = Counter(editions).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]
