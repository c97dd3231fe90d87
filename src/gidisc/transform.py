"""From the tree of the grammar to the report: one method a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve, field, frozen
from lark import Discard, Token, Transformer

from gidisc import canonical, facts, form
from gidisc.canonical import Normalized
from gidisc.form import Edition
from gidisc.ledger import Ledger, Lexeme
from gidisc.missing import missing
from gidisc.model import Kind, Paragraph, Report, Section, Subsection, Table
from gidisc.source import Stretch, hull
from gidisc.table_lines import ExtraLine, GroupLine, HeadLine, RowLine, TableLine, edition_signs
from gidisc.tables import build_table
from gidisc.values import squeeze

_NUMERAL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(]? ?[一二三四五六七八九十]{1,3} ?[）)]"
    r"|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]"
)
_SHOWN = 40  # characters of text not understood that a message repeats
_RUN_IN_HEADING = re.compile(r"[^。]{1,60}。(?=.)")
_OTHER = form.REQUESTS.row("other_outcomes.other")
_HEADS = {head.id.upper(): head for table in form.TABLES for group in table.groups() for head in group.heads}


@define
class _Prose:
    """Blocks of prose, the same as lines, and where they stand in the canonical text."""

    blocks: list[Subsection | Paragraph] = field(factory=list)
    lines: list[str] = field(factory=list)
    stretches: list[tuple[int, int]] = field(factory=list)

    @classmethod
    def joined(cls, parts: Iterable[_Prose]) -> _Prose:
        prose = cls()
        for part in parts:
            prose.blocks += part.blocks
            prose.lines += part.lines
            prose.stretches += part.stretches
        return prose


@frozen
class _Titles:
    """The lines outside sections and tables, as the canonical text prints them."""

    titles: list[str] = field(factory=list)
    offices: list[str] = field(factory=list)
    signature: list[str] = field(factory=list)


class ReportTransformer(Transformer[Token, Report]):
    """Builds the report of one normalized text."""

    def __init__(self, normalized: Normalized, name: str | None = None) -> None:
        super().__init__()
        self._ledger = Ledger(normalized, name)
        self._lines = _Titles()
        self._groups: list[GroupLine] = []

    def __default_token__(self, token: Token) -> Lexeme:
        assert token.start_pos is not None  # the parser propagates positions
        return Lexeme(token.type, str(token), token.start_pos)

    # the outline

    def report(self, children: list[Any]) -> Report:
        _version, preface, *sections = children
        self._enter_prose(preface, "preface")
        everything = "\n".join([*preface.lines, *(section.text for section in sections)])
        edition = self._edition(everything)
        report = Report(
            name=self._ledger.name,
            title=self._title(),
            agency=self._agency("\n".join(preface.lines)),
            year=self._year("\n".join(preface.lines), everything),
            edition=edition,
            preface="\n".join(preface.lines),
            sections=tuple(sections),
            proactive=self._table(form.PROACTIVE, edition),
            requests=self._table(form.REQUESTS, edition),
            disputes=self._table(form.DISPUTES, edition),
            signature="\n".join(self._lines.signature) or None,
            source=self._ledger.normalized.source,
        )
        for absence in missing(report):
            self._ledger.note(absence.code, **absence.arguments)
        diagnostics = (*self._ledger.normalized.diagnostics, *self._ledger.diagnostics)
        return evolve(report, diagnostics=diagnostics, pieces=self._ledger.accounting())

    def section(self, children: list[Any]) -> Section:
        heading, prose = children
        number = None if heading.kind == "CHAPTER" else int(heading.kind.removeprefix("SECTION_"))
        start = heading.after(canonical.CHAPTER if number is None else canonical.SECTION)
        match = _NUMERAL.match(heading.text, start - heading.start)
        split = heading.start + match.end() if match else start
        ref = f"section.{number}" if number else None
        spans = [*self._ledger.enter(start, heading.end, Kind.HEADING, ref), *self._enter_prose(prose, ref)]
        return Section(
            number=number,
            numeral=self._ledger.printed(start, split) or None,
            heading=self._ledger.printed(split, heading.end),
            text="\n".join(prose.lines),
            blocks=tuple(prose.blocks),
            span=hull(spans),
        )

    def asides(self, children: list[Any]) -> Any:
        for child in children:
            if isinstance(child, GroupLine):
                self._groups.append(child)
            else:
                self._aside(child)
        return Discard

    def _aside(self, line: Lexeme) -> None:
        if line.kind == "TITLE":
            self._lines.titles.append(self._entered(line, canonical.TITLE, Kind.HEADING, "title"))
        elif line.kind == "OFFICE":
            self._lines.offices.append(self._entered(line, canonical.OFFICE, Kind.HEADING, "agency"))
        elif line.kind == "SIGNATURE":
            self._lines.signature.append(self._entered(line, canonical.SIGNATURE, Kind.PROSE, "signature"))
        elif line.kind == "FURNITURE":
            self._entered(line, canonical.FURNITURE, Kind.FURNITURE, None)
        else:
            spans = self._ledger.enter(line.after(canonical.UNPARSED), line.end, Kind.UNPARSED)
            printed = line.text.removeprefix(canonical.UNPARSED).strip()
            self._ledger.note("unparsed", spans, printed=printed[:_SHOWN])

    def _entered(self, line: Lexeme, sign: str, kind: Kind, ref: str | None) -> str:
        self._ledger.enter(line.after(sign), line.end, kind, ref)
        return line.text.removeprefix(sign).rstrip("\n")

    # prose

    def body(self, children: list[_Prose]) -> _Prose:
        return _Prose.joined(children)

    def paragraph(self, children: list[Lexeme]) -> _Prose:
        line = children[0]
        text = canonical.unescape_paragraph(line.text.rstrip("\n"))
        start = line.end - 1 - len(text)
        paragraph = Paragraph(text=text, span=self._ledger.span(start, line.end))
        return _Prose([paragraph], [text], [(start, line.end)])

    def subsection_1(self, children: list[Any]) -> _Prose:
        line, *below = children
        inner = _Prose.joined(below)
        text = line.text.rstrip("\n")
        match = _NUMERAL.match(text)
        assert match is not None  # the terminal begins with one
        run_in = _RUN_IN_HEADING.match(text, match.end())
        split = run_in.end() if run_in else len(text)
        blocks: list[Subsection | Paragraph] = []
        if run_in:
            blocks.append(Paragraph(text=text[split:], span=self._ledger.span(line.start + split, line.end)))
        stretches = [(line.start, line.end), *inner.stretches]
        subsection = Subsection(
            numeral=match[0],
            heading=text[match.end() : split].strip(),
            blocks=(*blocks, *inner.blocks),
            span=hull([found for stretch in stretches for found in self._ledger.normalized.stretches(*stretch)]),
        )
        return _Prose([subsection], [text, *inner.lines], stretches)

    subsection_2 = subsection_3 = subsection_4 = subsection_5 = subsection_6 = subsection_1

    def _enter_prose(self, prose: _Prose, ref: str | None) -> list[Stretch]:
        return [span for stretch in prose.stretches for span in self._ledger.enter(*stretch, Kind.PROSE, ref)]

    # tables

    def item_1(self, children: list[Any]) -> GroupLine:
        group = self.outcomes(children)
        head: HeadLine | None = None
        lines: list[TableLine] = []
        for line in group.lines:
            head = line if isinstance(line, HeadLine) else head
            lines.append(evolve(line, head=head) if isinstance(line, RowLine) else line)
        return evolve(group, lines=tuple(lines))

    item_5 = item_6 = item_8 = item_9 = item_1

    def outcomes(self, children: list[Any]) -> GroupLine:
        return self._group(children, prefix="")

    litigation = requests = disputes = outcomes

    def denied(self, children: list[Any]) -> GroupLine:
        return self._group(children, prefix=f"{children[0].kind.lower()}.")

    unavailable = not_processed = other_outcomes = denied

    def _group(self, children: list[Any], prefix: str) -> GroupLine:
        label, *below = children
        lines: list[TableLine] = []
        for child in below:
            if isinstance(child, GroupLine):
                lines.append(child)
            elif child.kind in ("FURNITURE", "UNPARSED"):
                self._aside(child)
            elif child.kind == "EXTRA_ROW":
                lines.append(ExtraLine(child))
            elif child.kind in _HEADS:
                lines.append(HeadLine(_HEADS[child.kind], child))
            else:
                lines.append(RowLine(prefix + child.kind.lower(), child))
        return GroupLine(label.kind.lower(), label, tuple(lines))

    def _table(self, official: form.Table, edition: Edition | None) -> Table | None:
        outermost = {official.head.id} if official.head else {group.id for group in official.groups()}
        groups = [group for group in self._groups if group.id in outermost]
        return build_table(official, groups, edition, self._ledger)

    # facts

    def _title(self) -> str | None:
        """The title that says most, the first of several; pages print it in parts and in full."""
        return max(self._lines.titles, key=lambda title: facts.said(facts.read_title(title)), default=None)

    def _agency(self, preface: str) -> str | None:
        for named in self._agencies(preface):
            agencies = list(dict.fromkeys(agency for agency in named if agency))
            if len(agencies) == 1:
                return agencies[0]
            if agencies:
                self._ledger.note("agency-ambiguous", first=agencies[0], second=agencies[1])
                return None
        return None

    def _agencies(self, preface: str) -> Iterator[list[str | None]]:
        """The offices that each source names, the most trusted source first."""
        yield [title.agency for title in self._read_titles()]
        yield [facts.office_name(office) for office in self._lines.offices]
        yield [title.agency for title in facts.quoted_titles(preface)]
        source = squeeze(self._ledger.normalized.source)
        yield [name for name in facts.fields(self._ledger.furniture()) if not facts.is_cut(name, source)]
        yield [facts.office_name(line) for line in self._lines.signature if facts.is_office_line(line)]

    def _read_titles(self) -> list[facts.Title]:
        return [title for title in map(facts.read_title, self._lines.titles) if title]

    def _year(self, preface: str, everything: str) -> int | None:
        for named in self._years(preface, everything):
            years = {year for year in named if year}
            if years:
                return years.pop() if len(years) == 1 else None
        return None

    def _years(self, preface: str, everything: str) -> Iterator[list[int | None]]:
        """The years that each source names, the most trusted source first."""
        yield [title.year for title in self._read_titles()]
        yield [title.year for title in facts.quoted_titles(preface)]
        yield list(facts.period_years(everything))

    def _edition(self, prose: str) -> Edition | None:
        """The edition of most signs; lines that the layout added are none, nor is 其他, as a column is called."""
        signs = {
            lexeme.text.strip("|\n ").replace(" | ", " "): edition
            for lexeme, edition in edition_signs(self._groups)
            if self._ledger.span(lexeme.start, lexeme.end)
            and not lexeme.text.startswith(f"{canonical.TABLE}{_OTHER.printed}")
        }
        signs |= {f"notice of {edition}": edition for edition in facts.cited_editions(prose)}
        edition = facts.majority(signs.values())
        if len(set(signs.values())) > 1:
            code = "edition-mixed" if edition else "edition-undecided"
            self._ledger.note(code, signs="; ".join(f"{edition}: {sign}" for sign, edition in signs.items()))
        return edition
