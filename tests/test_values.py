from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gidisc.form import Column
from gidisc.model import Status
from gidisc.values import Value, is_mark, read_value, squeeze

COUNT = Column(id="decisions", label="处理决定数量")
CHANGE = Column(id="change", label="本年增/减", signed=True)
AMOUNT = Column(id="amount", label="本年收费金额", money=True)

BLANK = Value(Status.BLANK)
MARK = Value(Status.MARK)
NOT_A_NUMBER = Value(Status.NOT_A_NUMBER)


def read(number: int | str, unit: str | None = None) -> Value:
    return Value(Status.READ, number if isinstance(number, int) else Decimal(number), unit)


@pytest.mark.parametrize("printed", ["", " ", "\u3000\u3000", "\xa0", "\t", "\u200b", "\ufeff "])
def test_blank(printed: str) -> None:
    assert read_value(printed, COUNT) == BLANK
    assert read_value(printed, AMOUNT) == BLANK


@pytest.mark.parametrize(
    "printed",
    ["NaN", "None", "/", "-", "--", "—", "——", "－", "\\", "～", "无", "不适用", "未涉及", " / ", "无 数 据"],
)
def test_marks(printed: str) -> None:
    assert read_value(printed, COUNT) == MARK
    assert read_value(printed, CHANGE) == MARK
    assert is_mark(squeeze(printed))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", read(0)),
        ("19", read(19)),
        ("007", read(7)),
        ("１２３", read(123)),
        ("1,234", read(1234)),
        ("1，234", read(1234)),
        ("１，２３４，５６７", read(1234567)),
        (" 5 ", read(5)),
        ("5\u200b", read(5)),
        ("1\u200b2", read(12)),
        ("12件", read(12, "件")),
        ("12 项", read(12, "项")),
        ("3條", read(3, "条")),
        ("+19", read(19)),
        ("-35", read(-35)),
        ("9" * 600, read(10**600 - 1)),
    ],
)
def test_counts(printed: str, value: Value) -> None:
    assert read_value(printed, COUNT) == value
    assert isinstance(read_value(printed, COUNT).number, int)


@pytest.mark.parametrize(
    "printed",
    [
        "0/0",
        "--253",
        "+-3",
        "13000000(预算数)",
        "52.15",
        "5.0",
        "3²",
        "²",
        "①",
        "五",
        "1 2",
        "1 234",
        "3\n5",
        "12,34",
        "1,2345",
        "1.2.3",
        ".5",
        "5.",
        "约3",
        "3起",
        "500元",
        "3万",
        "减3",
        "增3",
        "1" + "0" * 700,
        "9" * 601,
        "٣",
        "1e3",
        "0x1F",
        "共 3 件",
    ],
)
def test_what_is_no_count(printed: str) -> None:
    assert read_value(printed, COUNT) == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", 0),
        ("+19", 19),
        ("+3", 3),
        ("-35", -35),
        ("－８", -8),
        ("−8", -8),
        ("- 8", -8),
        ("减3", -3),
        ("減3", -3),
        ("减少3项", -3),
        ("增12", 12),
        ("增加 12", 12),
        ("减0", 0),
        ("-1,024", -1024),
    ],
)
def test_changes(printed: str, number: int) -> None:
    assert read_value(printed, CHANGE).status is Status.READ
    assert read_value(printed, CHANGE).number == number


@pytest.mark.parametrize("printed", ["--253", "增减3", "—8", "持平", "不增不减", "减", "±0", "3.5"])
def test_what_is_no_change(printed: str) -> None:
    assert read_value(printed, CHANGE) == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", read("0")),
        ("83.8778", read("83.8778")),
        ("0.0000", read("0.0000")),
        ("162", read("162")),
        ("96171.6", read("96171.6")),
        ("1,234.50", read("1234.50")),
        ("83.8778万元", read("83.8778", "万元")),
        ("251000元", read("251000", "元")),
        ("0.5亿元", read("0.5", "亿元")),
        ("3千元", read("3", "千元")),
        ("3百万元", read("3", "百万元")),
        ("52.15 万 元", read("52.15", "万元")),
        ("８３．５", read("83.5")),
    ],
)
def test_amounts(printed: str, value: Value) -> None:
    found = read_value(printed, AMOUNT)
    assert found == value
    assert isinstance(found.number, Decimal)
    assert str(found.number) == str(value.number)


@pytest.mark.parametrize("printed", ["5件", "13000000(预算数)", "3美元", "万元", "1.2.3", "0/0", "83.87 78"])
def test_what_is_no_amount(printed: str) -> None:
    assert read_value(printed, AMOUNT) == NOT_A_NUMBER


@given(st.integers(-(10**30), 10**30))
def test_every_integer_reads_back(number: int) -> None:
    assert read_value(str(number), CHANGE) == Value(Status.READ, number)
    assert read_value(f"{number:,}", CHANGE) == Value(Status.READ, number)


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_every_amount_reads_back(amount: Decimal) -> None:
    assert read_value(f"{amount:f}", AMOUNT).number == amount


@given(st.text(st.characters(codec=None)))
def test_a_number_is_made_of_the_digits_that_are_printed(printed: str) -> None:
    for column in (COUNT, CHANGE, AMOUNT):
        value = read_value(printed, column)
        if value.status is Status.READ:
            digits = "".join(character for character in squeeze(printed) if character in "0123456789.")
            assert Decimal(value.number or 0).copy_abs() == Decimal(digits)
        else:
            assert value.number is None
            assert value.unit is None
