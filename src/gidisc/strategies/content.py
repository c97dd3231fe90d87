"""What an invented report says: its facts, its prose and the printed text of every cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from attrs import field, frozen

from gidisc import form
from gidisc.form import Column, Edition, Row
from gidisc.strategies import wording


@frozen(kw_only=True)
class Slip:
    """A cell whose printed number breaks the sums of the form, and the number that would hold."""

    key: str
    printed: str
    correct: str


@frozen(kw_only=True)
class Content:
    """What a report says, whatever its layout.

    `cells` has for every cell of the edition's form what is printed there, None for a blank; `prose` the paragraphs of
    sections 1, 5 and 6; `unit` the unit in the heads over amounts.
    """

    agency: str
    year: int
    edition: Edition
    regime: str
    cells: Mapping[str, str | None]
    preface: tuple[str, ...] = ()
    prose: Mapping[int, tuple[str, ...]] = field(factory=dict)
    unit: str | None = "万元"
    signature: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()

    @property
    def title(self) -> str:
        """Office, year and the official name of the report."""
        return f"{self.agency}{self.year}年政府信息公开工作年度报告"


@frozen
class Place:
    """A cell of the form: its table, row and column."""

    table: str
    row: Row
    column: Column

    @property
    def key(self) -> str:
        """`table.row.column`."""
        return f"{self.table}.{self.row.id}.{self.column.id}"


def places(edition: Edition) -> list[Place]:
    """The cells that the form of an edition has, in official order."""
    return [
        Place(table.id, row, column)
        for table in form.TABLES
        for row in table.rows(edition)
        for column in table.columns(row, edition)
    ]


Cells = dict[str, str | None]
Regime = Callable[[Random, Edition], Cells]


def zeros(rng: Random, edition: Edition) -> Cells:
    """Nothing happened: every cell is 0, amounts perhaps with the four decimals that some offices ask for."""
    amount = rng.choice(("0", "0.0000"))
    return {place.key: amount if place.column.money else "0" for place in places(edition)}


def small(rng: Random, edition: Edition) -> Cells:
    """A small office: mostly zeros, a few small numbers, and sums that hold."""
    return _with_sums(rng, edition, lambda: rng.choice((0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 12)))


def city(rng: Random, edition: Edition) -> Cells:
    """A large city: numbers of up to five digits whose sums hold."""
    return _with_sums(rng, edition, lambda: int(10 ** rng.uniform(0, 4.3)))


def telling(rng: Random, edition: Edition) -> Cells:
    """Every cell another number, and totals that do not add up: a number in the wrong cell shows at once."""
    every = places(edition)
    numbers = rng.sample(range(1, 12 * len(every)), len(every))
    return {place.key: _printed(rng, place, number) for place, number in zip(every, numbers, strict=True)}


def blanks_partly(rng: Random, edition: Edition) -> Cells:
    """Some cells of some rows are blank."""
    cells = rng.choice((small, telling, city))(rng, edition)
    for row in _keys_by_row(edition):
        if rng.random() < 0.5:
            cells |= {key: None for key in row if rng.random() < 0.4}
    return cells


def blanks_for_zeros(rng: Random, edition: Edition) -> Cells:
    """Blank wherever 0 is meant."""
    return {key: None if printed == "0" else printed for key, printed in small(rng, edition).items()}


def only_totals(rng: Random, edition: Edition) -> Cells:
    """Tables of requests and disputes with their totals filled and hardly anything else."""
    cells = rng.choice((small, telling))(rng, edition)
    for key in cells:
        filled = key.startswith("proactive") or key.endswith(".total") or rng.random() < 0.03
        cells[key] = cells[key] if filled else None
    return cells


def blank_tables(rng: Random, edition: Edition) -> Cells:
    """One table or more left blank as a whole."""
    cells = rng.choice((small, telling))(rng, edition)
    chosen = rng.sample([table.id for table in form.TABLES], rng.randint(1, 3))
    return {key: None if key.split(".")[0] in chosen else printed for key, printed in cells.items()}


def marks(rng: Random, edition: Edition) -> Cells:
    """A sign where 0 is meant, one sign in the whole report."""
    sign = rng.choice(("/", "-", "—", "——", "无"))
    return {key: sign if printed == "0" else printed for key, printed in small(rng, edition).items()}


def thousands(rng: Random, edition: Edition) -> Cells:
    """Large numbers with commas between the thousands."""
    cells = {}
    for key, printed in _with_sums(rng, edition, lambda: int(10 ** rng.uniform(0, 6.3))).items():
        plain = printed is not None and printed.isdecimal()
        cells[key] = f"{int(printed):,}" if printed is not None and plain else printed
    return cells


def units(rng: Random, edition: Edition) -> Cells:
    """Units behind the numbers of the first table, inside the cells."""
    cells = rng.choice((small, telling))(rng, edition)
    for place in places(edition):
        if place.table == "proactive" and not place.column.signed:
            cells[place.key] = f"{cells[place.key]}{'万元' if place.column.money else rng.choice('件项')}"
    return cells


REGIMES: Mapping[str, Regime] = {
    regime.__name__: regime
    for regime in (
        zeros,
        small,
        city,
        telling,
        blanks_partly,
        blanks_for_zeros,
        only_totals,
        blank_tables,
        marks,
        thousands,
        units,
    )
}
"""How the cells of a report are filled, by name. `slips` is one more name that `make_content` knows."""

SLIPS = "slips"
REGIME_NAMES = (*REGIMES, SLIPS)


def make_content(rng: Random, regime: str | None = None, edition: Edition | None = None) -> Content:
    """An invented report, always the same for one state of `rng`; regime and edition are drawn where not given."""
    # Both are drawn even where given, so that naming the regime of a seed gives the same report again.
    drawn = rng.choice(REGIME_NAMES), rng.choice(tuple(Edition))
    regime, edition = regime or drawn[0], edition or drawn[1]
    year = rng.choice((2019, 2020) if edition is Edition.FORM_2019 else (2021, 2022, 2023, 2024, 2025))
    agency = wording.agency(rng)
    cells, slips = _slipped(rng, edition) if regime == SLIPS else (REGIMES[regime](rng, edition), ())
    return Content(
        agency=agency,
        year=year,
        edition=edition,
        regime=regime,
        cells=cells,
        slips=slips,
        preface=wording.preface(rng, agency, year),
        prose=wording.prose(rng, year),
        unit=rng.choice(("万元", "万元", "万元，保留四位小数", None)),
        signature=wording.signature(rng, agency, year),
    )


def _printed(rng: Random, place: Place, number: int) -> str:
    if place.column.money:
        return f"{number}.{rng.choice(('5', '08', '3125', '0001'))}"
    if place.column.signed:
        return f"{rng.choice(('', '+', '-', '减'))}{number}"
    return str(number)


def _with_sums(rng: Random, edition: Edition, count: Callable[[], int]) -> Cells:
    """Cells whose totals are the sums that the form demands."""
    cells: Cells = {}
    for place in places(edition):
        if place.table == "proactive":
            number = count()
            cells[place.key] = _printed(rng, place, number) if number else "0"
    numbers = _requests(edition, count) | _disputes(edition, count)
    for place in places(edition):
        if place.key in numbers:
            cells[place.key] = str(numbers[place.key])
    return cells


def _requests(edition: Edition, count: Callable[[], int]) -> dict[str, int]:
    by_column = [_applicants(edition, count) for _ in form.APPLICANTS.columns[:-1]]
    totals = {row: sum(column[row] for column in by_column) for row in by_column[0]}
    return {
        f"requests.{row}.{column.id}": number
        for column, numbers in zip(form.APPLICANTS.columns, [*by_column, totals], strict=True)
        for row, number in numbers.items()
    }


def _applicants(edition: Edition, count: Callable[[], int]) -> dict[str, int]:
    """One column of the table of requests: outcomes, their total, and a balance that holds."""
    outcomes = next(rule.right for rule in form.SUMS if "outcomes_total" in rule.left and edition in rule.editions)
    column = {row: count() for row in outcomes}
    column["outcomes_total"] = sum(column.values())
    column["carried_forward"] = count()
    handled = column["outcomes_total"] + column["carried_forward"]
    column["brought_forward"] = min(count(), handled)
    column["received"] = handled - column["brought_forward"]
    return column


def _disputes(edition: Edition, count: Callable[[], int]) -> dict[str, int]:
    numbers = {}
    for row in form.DISPUTES.rows(edition):
        counts = [count() for _ in form.RESULTS.columns[:-1]]
        for column, number in zip(form.RESULTS.columns, [*counts, sum(counts)], strict=True):
            numbers[f"disputes.{row.id}.{column.id}"] = number
    return numbers


def _slipped(rng: Random, edition: Edition) -> tuple[Cells, tuple[Slip, ...]]:
    """A city's cells, one total of which was added up or copied wrongly."""
    cells = city(rng, edition)
    key = rng.choice([key for key in cells if key.endswith(".total") or ".outcomes_total." in key])
    correct = cells[key] or ""
    printed = rng.choice((str(int(correct) + 1), str(int(correct) + 9), f"{correct}0", f"1{correct}"))
    return cells | {key: printed}, (Slip(key=key, printed=printed, correct=correct),)


def _keys_by_row(edition: Edition) -> list[list[str]]:
    rows: dict[str, list[str]] = {}
    for place in places(edition):
        rows.setdefault(f"{place.table}.{place.row.id}", []).append(place.key)
    return list(rows.values())
