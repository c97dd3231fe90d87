from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc.units import power_of_ten, shifted


@pytest.mark.parametrize(
    ("unit", "power"),
    [
        ("元", 0),
        ("千元", 3),
        ("万元", 4),
        ("百万元", 6),
        ("亿元", 8),
        ("万亿元", 12),
        ("", None),
        ("万", None),
        ("美元", None),
    ],
)
def test_what_units_stand_for(unit: str, power: int | None) -> None:
    assert power_of_ten(unit) == power


def test_without_a_unit_there_is_no_power() -> None:
    assert power_of_ten(None) is None


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [("46.50", 4, "465000"), ("0.00012", 4, "1.2"), ("-3", 8, "-300000000"), ("12", -4, "0.0012"), ("0", 4, "0")],
)
def test_the_point_moves(number: str, places: int, expected: str) -> None:
    assert shifted(Decimal(number), places) == Decimal(expected)


@given(st.integers(), st.integers(0, 12), st.integers(0, 12))
def test_no_digit_is_lost(digits: int, decimals: int, places: int) -> None:
    number = Decimal(digits).scaleb(-decimals) if abs(digits) < 10**20 else Decimal(digits)
    assert shifted(shifted(number, places), -places) == number
