"""Every code of the catalogue is explained, with a text that has it."""

from __future__ import annotations

import pytest

from gidisc.diagnostics import CATALOGUE
from gidisc.explanations import explanations


def test_every_code_is_explained_in_the_order_of_the_catalogue() -> None:
    assert list(explanations()) == list(CATALOGUE)


@pytest.mark.parametrize("code", [code for code, explained in explanations().items() if explained.example])
def test_the_example_has_its_code(code: str) -> None:
    assert code in {diagnostic.code for diagnostic in explanations()[code].diagnostics()}


def test_codes_about_files_show_a_message() -> None:
    without = {code: explained for code, explained in explanations().items() if not explained.example}
    assert list(without) == ["unreadable", "out-of-range", "unexpected", "worker-lost"]
    for code, explained in without.items():
        message = explained.finding(code).message
        assert all(value in message for value in explained.arguments.values())


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_words_are_sentences(code: str) -> None:
    explanation = explanations()[code]
    for sentence in (explanation.meaning, explanation.reason, explanation.advice):
        assert sentence[0].isupper() or sentence[0] in "`1"
        assert sentence.endswith((".", "?"))
