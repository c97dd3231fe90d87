"""The notebook of the documentation: what it adds up is what the invented reports say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parents[1] / "docs" / "outcomes.ipynb"
CODE = [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The names of the notebook after all its cells have run."""
    names: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("texts")))
        for cell in CODE:
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    return names


def outcomes(content: Any) -> Counter[str]:
    """The numbers in the column 总计 of the outcomes of an invented report, by group."""
    found: Counter[str] = Counter()
    for key, printed in content.cells.items():
        table, row, column = key.split(".")[0], key.split(".")[1], key.split(".")[-1]
        if table == "requests" and column == "total":
            found[row] += int(printed) if (printed or "").isdecimal() else 0
    return found


def test_the_table_is_what_the_reports_say(ran: dict[str, Any]) -> None:
    table, cases, groups = ran["table"], ran["cases"], list(ran["OUTCOMES"])
    used = set(ran["counted"]["name"])
    truth: dict[int, Counter[str]] = {}
    for name in used:
        content = cases[name].content
        truth.setdefault(content.year, Counter()).update(outcomes(content))
    assert list(table.index) == sorted(truth)
    for year, row in table.iterrows():
        assert row[[group.replace("_", " ") for group in groups]].to_list() == [truth[year][group] for group in groups]
        total = sum(truth[year][group] for group in groups)
        assert (row["outcomes"], row["share denied"]) == (total, f"{truth[year]['denied'] / total:.1%}")
    assert table["reports"].sum() == len(used)
    assert table["reports"].sum() + table["left out"].sum() == len(cases) == len(ran["reports"])


def test_some_reports_are_left_out_and_some_do_not_add_up(ran: dict[str, Any]) -> None:
    assert 0 < ran["table"]["left out"].sum() < 15
    differing = set(ran["differences"][ran["differences"] != 0].index)
    slipped = {name for name, case in ran["cases"].items() if case.content.slips}
    assert differing
    assert differing <= slipped


def test_nothing_that_a_cell_printed_is_stored() -> None:
    assert len(CODE) > 5
    assert not any(cell["outputs"] or cell["execution_count"] for cell in CODE)
