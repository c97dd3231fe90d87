from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark, Token, Tree, UnexpectedInput
from lark import logger as lark_logger

import gidisc
from examples import examples
from gidisc import grammar
from texts import APPLICANTS, HEADER, RESULTS, whole_report

CELLS = " | 1 | | / | ? | _ | \\? | 1,208"

# For every rule of the grammar texts that it accepts, and texts that it does not.
RULES: dict[str, tuple[list[str], list[str]]] = {
    "report": (
        [
            "%gidisc 1\n",
            "%gidisc 1\n\n \n# 题\n^ 云岭县商务局\n甲\n## 一、总体情况\n甲\n@ 云岭县商务局\n",
            whole_report(),
        ],
        ["", "%gidisc 2\n", "# 题\n", "甲\n%gidisc 1\n", "%gidisc 1"],
    ),
    "section": (
        ["## 三、收到和处理政府信息公开申请情况\n", "### 七、附件\n? 甲\n甲\n~ 乙\n| 第二十条第（一）项\n"],
        ["甲\n", "# 题\n", "## 一、总体情况\n## 二、主动公开政府信息情况\n"],
    ),
    "asides": (
        ["~ — 3 —\n", "? 1 2 3\n", "# 题\n~ 甲\n^ 局\n@ 局\n| 第二十条第（一）项\n"],
        ["甲\n", "## 一、总体情况\n", "%gidisc 1\n"],
    ),
    "body": (
        ["", "甲\n乙\n", "1.甲\n（一）乙\n", "\\# 甲\n~ 乙\n"],
        ["~ 甲\n甲\n", "## 一、总体情况\n"],
    ),
    "paragraph": (["甲\n", "\\| 甲\n", "2.5万条\n", "甲\n~ 乙\n"], ["甲\n乙\n", "# 甲\n", "\\一、甲\n", "~ 甲\n"]),
    "subsection_1": (["一、甲\n", "十二、甲\n（一）乙\n丙\n"], ["甲\n", "（一）甲\n", "一、\n", "1、甲\n"]),
    "subsection_2": (["（一）甲\n", "( 二 ) 甲\n1.乙\n", "三）甲\n"], ["甲\n", "一、甲\n", "（一甲\n", "（1）甲\n"]),
    "subsection_3": (["1.甲\n", "12、甲\n（1）乙\n"], ["甲\n", "2.5万条\n", "123.甲\n", "（1）甲\n"]),
    "subsection_4": (["（1）甲\n", "(2)甲\n①乙\n"], ["甲\n", "（一）甲\n", "1.甲\n", "（123）甲\n"]),
    "subsection_5": (["①甲\n", "⑳甲\n一是乙\n"], ["甲\n", "㉑甲\n", "1.甲\n", "一是甲\n"]),
    "subsection_6": (["一是甲\n", "第二，甲\n乙\n", "三要甲\n"], ["甲\n", "甲一是\n", "第二甲\n", "①甲\n"]),
    "item_1": (
        [
            "| 第二十条第（一）项\n",
            "| 第二十条第（一）项\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量\n",
            "| 第二十条第（一）项\n? 甲\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n|+ 甲 | 1\n",
            f"| 第二十条第（一）项\n| 规范性文件{CELLS}\n| 行政规范性文件\n| 规章 |\n",
        ],
        ["| 规章 | 1\n", "| 第二十条第（五）项\n", "| 第二十条第（一）项\n甲\n"],
    ),
    "item_5": (
        [
            "| 第二十条第（五）项\n| 信息内容 | 本年处理决定数量\n| 行政许可 | 1\n",
            "| 第二十条第（五）项\n| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n"
            f"| 其他对外管理服务事项{CELLS}\n",
        ],
        ["| 第二十条第（六）项\n", "| 行政许可 | 1\n"],
    ),
    "item_6": (
        ["| 第二十条第（六）项\n| 信息内容 | 本年处理决定数量\n| 行政强制 | 1\n| 行政处罚 |\n"],
        ["| 第二十条第（五）项\n", "| 行政处罚 |\n"],
    ),
    "item_8": (
        [
            "| 第二十条第（八）项\n| 信息内容 | 本年收费金额\n| 行政事业性收费 | 1\n",
            "| 第二十条第（八）项\n| 信息内容 | 本年收费金额（单位：万元，保留4位小数）\n",
            "| 第二十条第（八）项\n| 信息内容 | 上一年项目数量 | 本年增/减\n",
        ],
        ["| 第二十条第（九）项\n", "| 信息内容 | 本年收费金额\n"],
    ),
    "item_9": (
        ["| 第二十条第（九）项\n| 信息内容 | 采购项目数量 | 采购总金额（单位：元）\n| 政府集中采购 | 1 | 2\n"],
        ["| 第二十条第（八）项\n", "| 政府集中采购 | 1 | 2\n"],
    ),
    "requests": (
        [
            f"{APPLICANTS}\n",
            f"{APPLICANTS}\n| 四、结转下年度继续办理{CELLS}\n| 三、本年度办理结果\n| （七）总计 |\n"
            "| 二、上年结转政府信息公开申请数量\n| 一、本年新收政府信息公开申请数量 | 1\n~ 甲\n",
        ],
        ["| 一、本年新收政府信息公开申请数量 | 1\n", f"{APPLICANTS} | 备注\n", f"{APPLICANTS}\n{RESULTS}\n"],
    ),
    "outcomes": (
        [
            "| 三、本年度办理结果\n",
            f"| 三、本年度办理结果\n| （七）总计{CELLS}\n| （三）不予公开\n| （四）无法提供\n| （五）不予处理\n"
            "| （六）其他处理 | 3\n| （一）予以公开 | 1\n"
            "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1\n",
        ],
        ["| （一）予以公开 | 1\n", "| 三、本年度办理结果\n| 四、结转下年度继续办理 | 1\n"],
    ),
    "denied": (
        [
            "| （三）不予公开\n",
            "| （三）不予公开\n| 8.属于行政查询事项 | 1\n| 7.属于行政执法案卷 | 1\n| 6.属于四类过程性信息 | 1\n"
            "| 5.属于三类内部事务信息 | 1\n| 4.保护第三方合法权益 | 1\n| 3.危及“三安全一稳定” | 1\n"
            f"| 2.其他法律行政法规禁止公开 | 1\n? 甲\n| 1.属于国家秘密{CELLS}\n",
        ],
        ["| 1.属于国家秘密 | 1\n", "| （三）不予公开\n| （四）无法提供\n"],
    ),
    "unavailable": (
        [
            "| （四）无法提供\n| 1.本机关不掌握相关政府信息 | 1\n| 2.没有现成信息需要另行制作 | 1\n"
            f"| 3.补正后申请内容仍不明确{CELLS}\n"
        ],
        ["| （四）无法提供\n| （三）不予公开\n", "| 1.本机关不掌握相关政府信息 | 1\n"],
    ),
    "not_processed": (
        [
            "| （五）不予处理\n| 5.要求行政机关确认或重新出具已获取信息 | 1\n| 4.无正当理由大量反复申请 | 1\n"
            f"| 3.要求提供公开出版物 | 1\n| 2.重复申请 | 1\n| 1.信访举报投诉类申请{CELLS}\n"
        ],
        ["| 2.重复申请 | 1\n", "| （五）不予处理\n| （七）总计 | 1\n"],
    ),
    "other_outcomes": (
        [
            f"| （六）其他处理{CELLS}\n",
            "| （六）其他处理\n| 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 1\n"
            "| 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1\n| 3.其他 | 1\n",
        ],
        ["| 3.其他 | 1\n", "| （六）其他处理\n| （七）总计 | 1\n"],
    ),
    "disputes": (
        [f"{RESULTS}\n", f"{RESULTS}\n| 行政诉讼\n~ 甲\n| 行政复议{CELLS}\n"],
        ["| 行政复议 | 1\n", f"{RESULTS} | 合计\n", f"{RESULTS}\n{APPLICANTS}\n"],
    ),
    "litigation": (
        [f"| 行政诉讼\n| 未经复议直接起诉{CELLS}\n|+ 甲\n| 复议后起诉 | 1\n"],
        ["| 复议后起诉 | 1\n", "| 行政诉讼\n| 行政复议 | 1\n"],
    ),
}


def rule_names() -> set[str]:
    return {str(rule.origin.name) for rule in grammar.build().rules if not rule.origin.name.startswith("_")}


def leaves(tree: Tree[Token]) -> Iterator[str]:
    return (token.type for token in tree.scan_values(lambda token: isinstance(token, Token)))


def is_accepted(rule: str, text: str) -> bool:
    """Whether a rule takes a text, whole and with nothing in it that belongs nowhere but where the text says so."""
    try:
        tree = grammar.build(start=rule).parse(text)
    except UnexpectedInput:
        return False
    unparsed = sum(kind == "UNPARSED" for kind in leaves(tree))
    return unparsed == sum(line.startswith("? ") for line in text.split("\n"))


def test_the_table_covers_every_rule() -> None:
    assert set(RULES) == rule_names()


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, (texts, _) in RULES.items() for text in texts])
def test_accepted(rule: str, text: str) -> None:
    assert is_accepted(rule, text)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, (_, texts) in RULES.items() for text in texts])
def test_rejected(rule: str, text: str) -> None:
    assert not is_accepted(rule, text)


def test_every_terminal_is_used_in_the_accepted_texts() -> None:
    defined = {terminal.name for terminal in grammar.build().terminals}
    assert defined == {*lines_by_terminal(), "BLANK_LINE"}


def test_the_grammar_has_no_conflicts(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    monkeypatch.setattr(lark_logger, "handlers", [handler])
    monkeypatch.setattr(lark_logger, "level", logging.DEBUG)
    Lark('start: a*\na: X+\nX: "x"', parser="lalr", debug=True)
    assert "onflict" in log.getvalue()
    log.truncate(0)
    Lark(grammar.source(), start="report", parser="lalr", lexer="contextual", debug=True)
    assert "onflict" not in log.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "? 1 2 3",
        "| 规章 | 1",
        "| 甲 | 乙",
        "| （一）予以公开 | 1",
        "#题",
        "## 七、附件",
        "%gidisc 1",
        "\\一、甲",
        "^",
        "|+ 甲 | 1",
    ],
)
@pytest.mark.parametrize("before", ["", "甲\n", "## 一、总体情况\n", "（一）甲\n", "# 题\n", f"{RESULTS}\n"])
def test_what_belongs_nowhere_is_unparsed(line: str, before: str) -> None:
    tree = grammar.parse_tree(f"{HEADER}{before}{line}\n甲\n")
    expected = "EXTRA_ROW" if line.startswith("|+") and before.startswith("|") else "UNPARSED"
    _version, *tokens = tree.scan_values(lambda token: isinstance(token, Token))
    assert [token.type for token in tokens if token == f"{line}\n"] == [expected]


def test_blank_lines_are_nothing() -> None:
    assert grammar.parse_tree(f"{HEADER}\n \u3000\n# 题\n\n\t\n甲\n") == grammar.parse_tree(f"{HEADER}# 题\n甲\n")


@pytest.mark.parametrize(
    ("lines", "nested"),
    [
        (
            "甲 （一）乙 丙 1.丁 戊 （二）己",
            [("body", "subsection_2"), ("subsection_2", "subsection_3"), ("body", "subsection_2")],
        ),
        (
            "（一）甲 一是乙 二是丙",
            [("body", "subsection_2"), ("subsection_2", "subsection_6"), ("subsection_2", "subsection_6")],
        ),
        ("①甲 （1）乙 1.丙 （一）丁 一、戊", [("body", f"subsection_{rank}") for rank in (5, 4, 3, 2, 1)]),
        (
            "一、甲 （一）乙 1.丙 （1）丁 ①戊 一是己 二、庚",
            [("body", "subsection_1")]
            + [(f"subsection_{rank}", f"subsection_{rank + 1}") for rank in range(1, 6)]
            + [("body", "subsection_1")],
        ),
    ],
)
def test_a_line_belongs_to_the_deepest_subsection_of_higher_rank(lines: str, nested: list[tuple[str, str]]) -> None:
    tree = grammar.parse_tree(HEADER + lines.replace(" ", "\n") + "\n")
    assert list(_nested(next(tree.find_data("body")))) == nested


def _nested(tree: Tree[Token]) -> Iterator[tuple[str, str]]:
    for child in tree.children:
        if isinstance(child, Tree):
            if child.data.startswith("subsection"):
                yield str(tree.data), str(child.data)
            yield from _nested(child)


def test_a_table_does_not_end_the_subsection_that_it_stands_in() -> None:
    tree = grammar.parse_tree(f"{HEADER}（一）甲\n{RESULTS}\n| 行政复议 | 1\n1.乙\n")
    outer = next(tree.find_data("subsection_2"))
    asides, inner = outer.children[1:]
    assert isinstance(asides, Tree)
    assert isinstance(inner, Tree)
    assert next(asides.find_data("disputes")).children
    assert inner.data == "subsection_3"


def accepts(text: str) -> None:
    """Grammar and transformer take a text; only what is no report is refused, and every line is accounted for."""
    tree = grammar.parse_tree(gidisc.normalize(text).text)
    assert tree.data == "report"
    try:
        report = gidisc.parse(text)
    except gidisc.ParseError as refused:
        event(refused.code)
        return
    covered = "".join(text[piece.span.start : piece.span.end] for piece in report.accounting())
    assert "".join(covered.split()) == "".join(text.split())


def lines_by_terminal() -> dict[str, st.SearchStrategy[str]]:
    """The lines of every kind in the texts above; drawn from them, texts are long enough to combine them all."""
    found: dict[str, set[str]] = {}
    for rule, (texts, _) in RULES.items():
        for text in texts:
            for token in grammar.build(start=rule).parse(text).scan_values(lambda token: isinstance(token, Token)):
                found.setdefault(token.type, set()).add(str(token))
    return {kind: st.sampled_from(sorted(lines)) for kind, lines in found.items()}


@settings(max_examples=examples(10), suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(from_lark(grammar.build(), start="report", explicit=lines_by_terminal()))
def test_every_text_of_the_grammar_is_accepted(text: str) -> None:
    accepts(text)


CONTEXTUAL = Lark(grammar.source(), start="report", parser="lalr", lexer="contextual", maybe_placeholders=False)

LINES = sorted({line for texts, _ in RULES.values() for text in texts for line in text.split("\n") if line.strip()})


@given(st.lists(st.sampled_from(LINES) | st.text(st.characters(codec=None, exclude_characters="\n")), max_size=20))
def test_every_list_of_lines_is_accepted(lines: list[str]) -> None:
    accepts(HEADER + "".join(f"{line}\n" for line in lines))


@given(st.lists(st.sampled_from(LINES) | st.text(st.characters(codec=None, exclude_characters="\n")), max_size=20))
def test_lines_are_what_the_contextual_lexer_takes_them_for(lines: list[str]) -> None:
    text = HEADER + "".join(f"{line}\n" for line in lines)
    tree, contextual = grammar.parse_tree(text), CONTEXTUAL.parse(text)
    assert tree == contextual
    assert list(leaves(tree)) == list(leaves(contextual))


TABLES = [f"{APPLICANTS}\n", f"{RESULTS}\n", *(f"| 第二十条第（{item}）项\n" for item in "一五六八九")]
GROUPS = [
    "| 三、本年度办理结果\n",
    "| 三、本年度办理结果\n| （三）不予公开\n",
    "| 三、本年度办理结果\n| （四）无法提供\n",
    "| 三、本年度办理结果\n| （五）不予处理\n",
    "| 三、本年度办理结果\n| （六）其他处理\n",
]
PLACES = [*TABLES, *(TABLES[0] + group for group in GROUPS), TABLES[1] + "| 行政诉讼\n"]


@pytest.mark.parametrize("aside", ["", "? 甲\n", "~ 甲\n", "|+ 甲 | 1\n"])
@pytest.mark.parametrize("place", PLACES)
def test_every_line_can_stand_anywhere_in_a_table(place: str, aside: str) -> None:
    for line in LINES:
        tokens = grammar.parse_tree(f"{HEADER}{place}{aside}{line}\n").scan_values(lambda leaf: isinstance(leaf, Token))
        assert str(list(tokens)[-1]) == f"{line}\n"


def test_the_parser_is_built_once_for_a_rule() -> None:
    assert grammar.build("item_1") is grammar.build("item_1")


def test_the_grammar_is_found_in_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "grammars").mkdir()
    for file in grammar.FILES:
        (tmp_path / "grammars" / file).write_text(f"// {file}\n", "utf-8")
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    assert grammar._folder() == tmp_path / "grammars"
    assert grammar.source() == "// report.lark\n\n// prose.lark\n\n// tables.lark\n\n// labels.lark\n"
