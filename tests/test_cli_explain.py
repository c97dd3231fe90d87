"""`gidisc explain`: what a code means."""

from __future__ import annotations

import pytest

import gidisc
from gidisc import cli
from gidisc.diagnostics import CATALOGUE
from gidisc.explanations import explanations

Capture = pytest.CaptureFixture[str]


def explained(capfd: Capture, *codes: str) -> str:
    assert cli.main(["explain", *codes]) == 0
    printed = capfd.readouterr()
    assert printed.err == ""
    return printed.out


def words(text: str) -> str:
    """The text without regard to its lines."""
    return "".join(text.split())


def test_every_code_is_explained(capfd: Capture) -> None:
    for code, entry in CATALOGUE.items():
        out = explained(capfd, code)
        explanation = explanations()[code]
        found = explanation.finding(code)
        assert out.startswith(f"{code} ({entry.severity})\n")
        for text in (explanation.meaning, explanation.reason, explanation.advice, explanation.example):
            assert words(text) in words(out)
        assert f"    {found.message}\n    {found.message_zh}\n" in out
        assert ("^" in out.splitlines()[-1]) is bool(found.places)


def test_a_rule_is_told_with_its_source(capfd: Capture) -> None:
    for rule in gidisc.RULES:
        assert f"\n    {rule.title}\n    {rule.title_zh}\n    {rule.source}\n" in explained(capfd, rule.id)
    assert "国办公开办函" not in explained(capfd, "encoding")


def test_the_other_texts_of_an_example_are_shown(capfd: Capture) -> None:
    assert "\nBeside it, the report on the year before:\n\n    %gidisc 1\n" in explained(capfd, "items-changed")
    assert explained(capfd, "parts-differ").count("\nBeside it, a report that it adds up:\n\n    %gidisc 1\n") == 2
    assert "\nExample (stored as GB18030):\n" in explained(capfd, "encoding")
    assert "Beside it" not in explained(capfd, "encoding")


def test_several_codes_are_explained_in_turn(capfd: Capture) -> None:
    first, second = explained(capfd, "unparsed"), explained(capfd, "encoding")
    assert explained(capfd, "unparsed", "encoding") == f"{first}\n{second}"


@pytest.mark.parametrize("arguments", [[], ["nonsense-code"]])
def test_an_unknown_code_is_wrong_usage(arguments: list[str], capfd: Capture) -> None:
    assert cli.main(["explain", *arguments]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Usage: gidisc explain ")
