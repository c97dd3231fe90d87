"""The canonical lines of a text: what was recognised, and everything else where it stands."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from gidisc import canonical, facts, form
from gidisc.canonical import Line, Part
from gidisc.normalize.labels import Sighting
from gidisc.normalize.notes import Notes
from gidisc.normalize.numerals import heading_numeral, heading_remark
from gidisc.normalize.page.furniture import is_page_number, is_site_line, opens_footer
from gidisc.normalize.prose import ProseLine, closes_sentence, find_margin, paragraphs, prose_parts, unjoined
from gidisc.normalize.titles import TitleFinder, printed_titles, said, shown, title_line
from gidisc.normalize.tokens import line_end
from gidisc.source import Span, Stretch
from gidisc.values import squeeze

_FREE = re.compile(rb"\x00+")
_WORDS = re.compile(r"[^\W_]")
_TITLE_LINES = 80
_ITEM = re.compile(r"\([一二三四五六七八九十]{1,3}\)[^。;]*")
_LONG_LINE = 24
_SIGNATURE_LINES = 6
# A page that lists many reports is no report; comparing a few titles is enough to see that there are two.
_TITLES = 12
_FURTHER_NUMERALS = "七八九"
_CHAPTER = r"^[ \u200b*#>]*(?P<title>{}[、.,][^\n。,;:!?|]{{2,24}}?)[ \u200b*#:]*$"


@define
class Outline:
    """What is left of a text once its tables are taken out: title, headings, prose, furniture."""

    text: str = field(repr=False)
    folded: str = field(repr=False)
    notes: Notes
    claimed: bytearray = field(repr=False)
    lines: list[Stretch] = field(repr=False)

    @classmethod
    def of(cls, text: str, folded: str, notes: Notes) -> Outline:
        """The outline of a text of which nothing is claimed yet."""
        return cls(text, folded, notes, bytearray(len(folded)), list(_telling_lines(text, folded)))

    def leave_out(self, spans: Iterable[Span]) -> None:
        """Mark what is printed nowhere."""
        for span in spans:
            self.claimed[span.start : span.end] = b"\x01" * (span.end - span.start)

    def claim(self, lines: Iterable[Line]) -> None:
        """Mark what the parts of lines stand for, so that nothing is printed twice."""
        for line in lines:
            for start, end in line.stretches:
                self.claimed[start:end] = b"\x01" * (end - start)

    def heading(self, sighting: Sighting) -> Line:
        """The line of a section's heading."""
        official = form.HEADINGS[int(sighting.term.id) - 1]
        low, high = heading_numeral(self.folded, sighting)
        parts: list[Part] = [(canonical.SECTION, ()), (official.numeral, [(low, high)] if low < high else ())]
        if low == high:
            self.notes.add("heading-without-numeral", sighting.spans, number=official.number)
        if sighting.damaged:
            self.notes.add("label-damaged", sighting.spans, printed=sighting.wording, label=official.label)
        spans = (
            [(sighting.start, sighting.end)]
            if sighting.damaged
            else [(span.start, span.end) for span in sighting.spans]
        )
        remark = heading_remark(self.folded, sighting)
        parts.append((official.label, [*spans, *([remark] if remark else [])]))
        return Line(low, parts)

    def chapters(self, sections: Sequence[Line]) -> Iterator[Line]:
        """The lines of chapters that the form does not know, behind its last section: their numerals go on."""
        known = [line for line in sections if line.parts[1][0] == form.HEADINGS[-1].numeral and line.parts[1][1]]
        at = known[-1].at if known else len(self.folded)
        for numeral in _FURTHER_NUMERALS:
            match = re.compile(_CHAPTER.format(numeral), re.MULTILINE).search(self.folded, at)
            if match is None:
                return
            at = match.end()
            line = ProseLine(match.start("title"), at, self.text[match.start("title") : at])
            yield Line(line.start, [(canonical.CHAPTER, ()), *prose_parts([line])])

    def note_other_reports(self, weighed: Sequence[Sighting]) -> None:
        """Note where a second report begins: another title, and sections that were there before it."""
        titles = list(itertools.islice(printed_titles(self.text, self.folded, self.lines), _TITLES))
        for (first, a), (second, b) in itertools.combinations(titles, 2):
            differs = (a.year and b.year and a.year != b.year) or (a.agency and b.agency and a.agency != b.agency)
            before = {s.term.id for s in weighed if s.term.kind == "heading" and first[0] < s.start < second[0]}
            after = {s.term.id for s in weighed if s.term.kind == "heading" and s.start > second[0]}
            if differs and before & after:
                spans = [Span(start=start, end=end) for start, end in (first, second)]
                said = [squeeze(self.text[start:end]) for start, end in (first, second)]
                self.notes.add("several-reports", spans, first=said[0], second=said[1])
                return

    def title(self, end: int, furniture: Sequence[Span]) -> list[Line]:
        """The title before the first heading, on one line or broken over several, and the office beside it.

        What a browser prints above the page is the title only where no other is.
        """
        lines = self._lines(0, end)[:_TITLE_LINES]
        printed = {span.start for span in furniture}
        own = [line for line in lines if line.start not in printed]
        finder = TitleFinder(self.text, self.folded)
        found = finder.find(own) or finder.find(lines) or finder.find(_runs(lines)[:_TITLE_LINES])
        glued = [] if found and said(found) == facts.MOST_SAID else self._glued_title()
        return max(filter(None, (glued, found)), key=said, default=[])

    def _glued_title(self) -> list[Line]:
        """The title with which a text without line ends begins."""
        found = facts.glued_title(self.folded)
        if found is None or self.claimed.find(1, *found) >= 0:
            return []
        return [title_line([ProseLine(*found, self.text[slice(*found)])])]

    def rest(
        self, headings: Sequence[Line], titles: Sequence[Line], zones: Sequence[Span], pages: Sequence[Span]
    ) -> Iterator[Line]:
        """Prose, furniture and what was not understood: everything that no line stands for yet.

        `pages` are the page numbers in order, bare ones too.
        """
        first = headings[0].at if headings else len(self.folded)
        last = headings[-1].at if headings else 0
        title_at = min((line.at for line in titles), default=-1)
        known = {squeeze(shown(line)) for line in titles}
        prose: list[ProseLine] = []
        free = [
            part for line in self._lines(0, len(self.folded)) for part in (_ends(line) if line.end > last else [line])
        ]
        tail = self._tail(free, last)
        starts = [page.start for page in pages]
        for line in free:
            at = bisect.bisect_left(starts, line.start)
            is_page = is_page_number(line.text) or (at < len(pages) and pages[at].end <= line.end)
            if any(zone.start <= line.start < zone.end for zone in zones):
                yield self._aside(line, is_page)
            elif (
                line.start >= tail
                or is_page
                or squeeze(line.text) in known
                or line.start < title_at
                or (line.start < first and is_site_line(line.text))
            ):
                yield self._aside(line, furniture=True)
            else:
                prose += unjoined(line) if self._shares_a_line(line) else [line]
        signature = self._signature(prose, last)
        for line in signature:
            yield Line(line.start, [(canonical.SIGNATURE, ()), *prose_parts([line])])
        prose = [line for line in prose if line not in signature]
        yield from self._paragraphs(prose, sorted([*(line.at for line in headings), *(zone.start for zone in zones)]))

    def _shares_a_line(self, line: ProseLine) -> bool:
        """Whether a long line of prose goes on where headings or tables stand, as it does where lines were joined."""
        if len(line.text) < _LONG_LINE:
            return False
        low, high = self.folded.rfind("\n", 0, line.start) + 1, line_end(self.folded, line.end)
        return self.claimed.find(1, low, line.start) >= 0 or self.claimed.find(1, line.end, high) >= 0

    def _tail(self, lines: Sequence[ProseLine], last: int) -> int:
        """Where the page goes on behind the report: the first line behind the last heading that opens a footer."""
        behind = [line for line in lines if line.start > last]
        for line in behind[1:]:
            if opens_footer(line.shown) or (is_site_line(line.shown) and len(squeeze(line.shown)) < 60):
                return line.start
        return len(self.folded)

    def _signature(self, prose: Sequence[ProseLine], last: int) -> list[ProseLine]:
        """Office and date behind the prose of the last section; right below the heading of an item nobody signs."""
        behind = [line for line in prose if line.start > last and line.shown.strip()]
        found = list(itertools.takewhile(_signs, behind[:0:-1][:_SIGNATURE_LINES]))[::-1]
        dated = any(facts.is_date_line(line.shown) for line in found)
        opened = _ITEM.fullmatch(squeeze(behind[-len(found) - 1].shown)) if found else None
        return found if dated or opened is None else []

    def _paragraphs(self, prose: Sequence[ProseLine], borders: Sequence[int]) -> Iterator[Line]:
        margin = find_margin(prose)
        at = 0
        for border in (*borders, len(self.folded)):
            block = []
            while at < len(prose) and prose[at].start < border:
                block.append(prose[at])
                at += 1
            for paragraph in paragraphs(block, margin):
                parts = prose_parts(paragraph)
                if parts:
                    first = parts[0][0]
                    sign = canonical.escape_paragraph(first)[: -len(first)]
                    yield Line(paragraph[0].start, [(sign, ()), *parts] if sign else parts)

    def _aside(self, line: ProseLine, furniture: bool) -> Line:
        sign = canonical.FURNITURE if furniture else canonical.UNPARSED
        return Line(line.start, [(sign, ()), *prose_parts([line])])

    def _lines(self, start: int, end: int) -> list[ProseLine]:
        """The stretches of lines that are not claimed and hold more than markup."""
        found = []
        for begins, ends in self.lines:
            if begins >= end:
                break
            low, high = max(begins, start), min(ends, end)
            if low >= high or self.claimed.find(0, low, high) < 0:
                continue
            for stretch in _FREE.finditer(self.claimed, low, high):
                if stretch.span() == (begins, ends) or _WORDS.search(self.folded, *stretch.span()):
                    found.append(ProseLine(*stretch.span(), self.text[stretch.start() : stretch.end()]))
        return found


def _telling_lines(text: str, folded: str) -> Iterator[Stretch]:
    """The lines that hold words, or close the sentence of the line before."""
    at = 0
    for line in folded.split("\n"):
        end = at + len(line)
        if _WORDS.search(line) or closes_sentence(text[at:end]):
            yield at, end
        at = end + 1


def _runs(lines: Sequence[ProseLine]) -> list[ProseLine]:
    """What white space separates, for texts whose lines were joined."""
    return [
        ProseLine(line.start + match.start(), line.start + match.end(), match[0])
        for line in lines
        for match in re.finditer(r"\S+", line.text)
    ]


def _ends(line: ProseLine) -> list[ProseLine]:
    """A line, cut before what ends a report: where lines were joined, office, date and footer stand behind prose."""
    runs = _runs([line])
    if len(runs) > 1 and facts.is_office_line(runs[0].text):
        split = runs[1].start - line.start
        if facts.is_date_line(line.text[split:]):
            return [
                ProseLine(line.start, runs[1].start, line.text[:split]),
                ProseLine(runs[1].start, line.end, line.text[split:]),
            ]
    cuts: list[int] = []
    for run, after in itertools.pairwise([*runs, None]):
        assert run is not None  # only the last is None
        signs = facts.is_office_line(run.text) and after is not None and facts.is_date_line(after.text)
        dates = bool(cuts) and facts.is_date_line(run.text)
        ends = signs or dates or opens_footer(run.text)
        if ends and _WORDS.search(line.text, 0, run.start - line.start):
            cuts.append(run.start)
    edges = [line.start, *cuts, line.end]
    return [ProseLine(a, b, line.text[a - line.start : b - line.start]) for a, b in itertools.pairwise(edges)]


def _signs(line: ProseLine) -> bool:
    return facts.is_date_line(line.shown) or facts.is_office_line(line.shown)
