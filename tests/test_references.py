"""What markup says beside the words of a page: styles, boxes, names of headings."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc

TITLE = "云岭县水务局2023年政府信息公开工作年度报告"
PROSE = "公开各类信息（共4条）。"


@frozen
class Marked:
    """How a page is marked up: its title, one of its headings, and a paragraph."""

    idea: str
    title: str
    heading: str = "一、总体情况"
    prose: str = PROSE


MARKED = (
    Marked("no markup", TITLE),
    Marked("styles behind brackets", f'**[{TITLE}]{{style="x:2px"}}**', "[一、总体情况]{.b}", f"[{PROSE}]{{.c}}"),
    Marked(
        "tags broken over lines", f'**<span\nstyle="x:2px">{TITLE}</span>**', prose=f'<span\nclass="x">{PROSE}</span>'
    ),
    Marked("low lines round a title", f"__{TITLE}__"),
    Marked("names in braces without words", f"{{anchor:top}}*{TITLE}*"),
    Marked("styles inside sentences", f"[{TITLE}]{{.a}}", "[一、总体情况]{.b}", "公开[各类]{.c}信息（共4条）。"),
    Marked("stars in braces", TITLE, "{*}一、总体情况{*}"),
    Marked("attributes of headings", f"# {TITLE} {{#top .x}}", "## 一、总体情况 {#一总体情况}"),
    Marked("names in braces", f"h1. {{anchor:{TITLE}}}{TITLE}", "h2. {anchor:一总体情况}一、总体情况"),
    Marked("names in double braces", f'= {TITLE} {{{{id name="{TITLE}" /}}}}=', '== 一、总体情况 {{id name="x" /}}=='),
    Marked("names in brackets", f"h1(top#{TITLE}). {TITLE}", "h2(#一总体情况). 一、总体情况"),
    Marked(
        "names on lines",
        f"* {TITLE}\n  :ID:\n  :NAME: {TITLE}\n  :END:",
        "* 一、总体情况\n  :NAME: 一总体情况\n  :END:",
    ),
    Marked("names between signs", f"= {TITLE}\n#{TITLE}#", "== 一、总体情况\n#一总体情况#"),
    Marked("directives", f".. container:: x\n\n{TITLE}", ".. rubric:: 一、总体情况"),
    Marked("boxes", f"::: nav\n:::\n{TITLE}", "<<part>>\n一、总体情况", f"::: x\n{PROSE}\n:::"),
)
"""Pages that say the same."""


@pytest.mark.parametrize("marked", MARKED, ids=lambda marked: marked.idea)
def test_markup_beside_words_is_left_out(marked: Marked) -> None:
    styled = "[甲]{.x} [乙]{.x} [丙]{.x}\n" if "]{" in marked.title else ""
    report = gidisc.parse(f"{styled}{marked.title}\n\n{marked.heading}\n\n{marked.prose}\n")
    assert (report.agency, report.year) == ("云岭县水务局", 2023)
    assert [(section.numeral, section.text) for section in report.sections] == [("一、", PROSE)]
    assert list(report.accounting())


def test_a_name_that_no_words_beside_it_say_is_kept() -> None:
    report = gidisc.parse("云岭县水务局\n一、总体情况\n公开各类信息。\n#云岭县水务局信息\n")
    section = report.section(1)
    assert section is not None
    assert "云岭县水务局信息" in section.text
