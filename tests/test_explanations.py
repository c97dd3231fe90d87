"""Every code of the catalogue is explained, with a text that has it."""

from __future__ import annotations

import pytest

from gidisc.diagnostics import CATALOGUE
from gidisc.explanations import explanations


def test_every_code_is_explained_in_the_order_of_the_catalogue() -> None:
    assert list(explanations()) == list(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_example_has_its_code(code: str) -> None:
    assert code in {diagnostic.code for diagnostic in explanations()[code].diagnostics()}


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_words_are_sentences(code: str) -> None:
    explanation = explanations()[code]
    for sentence in (explanation.meaning, explanation.reason, explanation.advice):
        assert sentence[0].isupper() or sentence[0] in "`1"
        assert sentence.endswith((".", "?"))
