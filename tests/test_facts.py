from __future__ import annotations

import pytest

from gidisc import facts
from gidisc.facts import Title
from gidisc.form import Edition


@pytest.mark.parametrize(
    ("printed", "agency", "year"),
    [
        ("云岭县商务局2022年政府信息公开工作年度报告", "云岭县商务局", 2022),
        ("云岭县商务局2022年度政府信息公开工作年度报告", "云岭县商务局", 2022),
        ("2019年云岭市人民政府办公室政府信息公开工作年度报告", "云岭市人民政府办公室", 2019),
        ("2020年青屏区政府信息公开工作年度报告", "青屏区", 2020),
        ("2025年度云岭县枫桥镇人民政府信息公开工作年度报告", "云岭县枫桥镇人民政府", 2025),
        ("云岭县枫桥镇人民政府政府信息公开工作年度报告", "云岭县枫桥镇人民政府", None),
        ("云岭县枫桥镇人民政府2024年度政府信息公开工作年度报告", "云岭县枫桥镇人民政府", 2024),
        ("云岭市人民2024年政府信息公开工作年度报告", "云岭市人民", 2024),
        ("2019年度政府信息公开工作年度报告", None, 2019),
        ("政府信息公开工作年度报告", None, None),
        ("云岭县商务局2021年政府信息公开工作报告", "云岭县商务局", 2021),
        ("云岭县水务局2020年信息公开年度报告", "云岭县水务局", 2020),
        ("云岭县水务局2020年政府信息公开年度报告", "云岭县水务局", 2020),
        ("云岭县水务局2020年政务公开工作年度报告", "云岭县水务局", 2020),
        ("青屏区2023年信息公开工作年度报告", "青屏区", 2023),
        ("青屏区教育局关于2019年政府信息公开工作年度报告", "青屏区教育局", 2019),
        ("关于青屏区教育局2019年政府信息公开工作情况的年度报告", "青屏区教育局", 2019),
        ("云岭市2025政府信息公开工作年度报告", "云岭市", 2025),
        ("青屏区教育局政府信息公开2021年度报告", "青屏区教育局", 2021),
        ("青屏区教育局政府信息公开工作2021年年度报告", "青屏区教育局", 2021),
        ("青屏区教育局政府信息公开工作年度报告（2021年）", "青屏区教育局", 2021),
        ("青屏区教育局政府信息公开工作年度报告（2021）", "青屏区教育局", 2021),
        ("青屏区教育局（2021年）政府信息公开工作年度报告", "青屏区教育局", 2021),
        ("青屏区教育局二〇二一年政府信息公开工作年度报告", "青屏区教育局", 2021),
        ("青屏区教育局二○一九年政府信息公开工作年度报告", "青屏区教育局", 2019),
        ("云岭县商务局 2022 年\u3000政府信息公开\n工作年度报告", "云岭县商务局", 2022),
        ("云岭县商务局２０２２年政府信息公开工作年度报告", "云岭县商务局", 2022),
        ("《云岭县商务局2022年政府信息公开工作年度报告》", "云岭县商务局", 2022),
        ("== 云岭县商务局2022年政府信息公开工作年度报告", "云岭县商务局", 2022),
        ("@node 云岭县商务局2022年政府信息公开工作年度报告", None, 2022),
        ("**云岭县商务局2022年政府信息公开工作年度报告**", "云岭县商务局", 2022),
        ("云岭县市场监督管理局（知识产权局）2022年政府信息公开年报", "云岭县市场监督管理局（知识产权局）", 2022),
        ("雲嶺縣商務局2022年政府信息公開工作年度報告", "雲嶺縣商務局", 2022),
        ("云岭县⺠政局2022年政府信息公开工作年度报告", "云岭县民政局", 2022),
        ("本机关2022年政府信息公开工作年度报告", None, 2022),
        ("首页>2022年政府信息公开工作年度报告", None, 2022),
        ("3. 2022年政府信息公开工作年度报告", None, 2022),
        ("8 云岭县商务局2022年政府信息公开工作年度报告", None, 2022),
        ("110指挥中心2022年政府信息公开工作年度报告", "110指挥中心", 2022),
    ],
)
def test_titles(printed: str, agency: str | None, year: int | None) -> None:
    found = facts.read_title(printed)
    assert found == Title(agency=agency, year=year)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "云岭县商务局",
        "政府信息公开",
        "政府信息公开指南",
        "政府信息公开目录",
        "法治政府建设年度报告",
        "云岭县商务局2022年工作报告",
        "信息公开情况报告",
        "根据《政府信息公开条例》，编制2022年政府信息公开工作年度报告",
        "现公布2022年政府信息公开工作年度报告。",
        "2022年政府信息公开工作年度报告全文如下",
        "政府信息公开工作年度报告" + "（" + "附" * 30 + "）",
        "长" * 61 + "2022年政府信息公开工作年度报告",
    ],
)
def test_what_is_no_title(printed: str) -> None:
    assert facts.read_title(printed) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("云岭县商务局", "云岭县商务局"),
        (" 云岭县 商务局 ", "云岭县商务局"),
        ("云岭县市场监督管理局（挂牌）", "云岭县市场监督管理局（挂牌）"),
        ("青屏中学", "青屏中学"),
        ("", None),
        ("局", None),
        ("本机关", None),
        ("我局", None),
        ("本单位", None),
        ("网站", None),
        ("年度", None),
        ("首页", None),
        ("政府信息公开专栏", None),
        ("当前位置：首页", None),
        ("《年报》", None),
    ],
)
def test_office_name(printed: str, name: str | None) -> None:
    assert facts.office_name(printed) == name


@pytest.mark.parametrize(
    ("printed", "is_office"),
    [
        ("云岭县商务局", True),
        ("云岭市青屏区人民政府", True),
        ("云岭经济技术开发区管委会", True),
        ("青屏大学", True),
        ("2023年1月20日", False),
        ("全年公开信息三百条", False),
        ("联系电话：0000", False),
        ("本机关办", False),
    ],
)
def test_office_lines(printed: str, is_office: bool) -> None:
    assert facts.is_office_line(printed) is is_office


@pytest.mark.parametrize(
    ("printed", "is_date"),
    [
        ("2023年1月20日", True),
        ("2023 年 1 月 20 日", True),
        ("（2023年1月20日）", True),
        ("二〇二三年一月二十日", True),
        ("2023年1月", True),
        ("2023年", False),
        ("云岭县商务局2023年1月20日", False),
        ("", False),
    ],
)
def test_date_lines(printed: str, is_date: bool) -> None:
    assert facts.is_date_line(printed) is is_date


def test_quoted_titles() -> None:
    prose = (
        "根据《中华人民共和国政府信息公开条例》，云岭县商务局编制《云岭县商务局（本级）2022年政府信息公开\n"
        "工作年度报告》，并参考《2021年政府信息公开工作年度报告》和《法治政府建设报告》。"
    )
    assert facts.quoted_titles(prose) == [
        Title(agency="云岭县商务局（本级）", year=2022),
        Title(agency=None, year=2021),
    ]


def test_fields() -> None:
    furniture = (
        "发布机构：云岭县商务局 发布时间：2023-01-20\n来源: 云岭县人民政府网站\n信息来源｜青屏区教育局\n来源：本站"
    )
    assert facts.fields(furniture) == ["云岭县商务局", "青屏区教育局"]
    assert facts.fields("浏览次数：12") == []


@pytest.mark.parametrize(
    ("prose", "years"),
    [
        ("统计期限自2022年1月1日至2022年12月31日。", [2022]),
        ("统计期限自2022年1月1日起至12月31日止。", [2022]),
        ("２０２２年１月１日—１２月３１日", [2022]),
        ("2022 年 1 月 1 日 到 12 月 31 日；2021年1月1日至12月31日", [2022, 2021]),
        ("2022年1月1日至2023年12月31日", []),
        ("2022年3月1日至12月31日", []),
        ("202011日至20201231日", []),
    ],
)
def test_period_years(prose: str, years: list[int]) -> None:
    assert facts.period_years(prose) == years


@pytest.mark.parametrize(
    ("prose", "editions"),
    [
        ("按照国办公开办函〔2021〕30号的要求", [Edition.FORM_2021]),
        ("国办公开办函[2019]60号", [Edition.FORM_2019]),
        ("国办公开办函（２０１９）６０号", [Edition.FORM_2019]),
        ("国办公开办函【2021】30 号", [Edition.FORM_2021]),
        ("（〔2021〕30号）", [Edition.FORM_2021]),
        ("国办公开办函〔2019〕60号、国办公开办函〔2021〕30号", [Edition.FORM_2019, Edition.FORM_2021]),
        ("云政办发〔2021〕30号", []),
        ("国办公开办函〔2021〕130号", []),
        ("国办公开办函〔2021202号", []),
        ("", []),
    ],
)
def test_cited_editions(prose: str, editions: list[Edition]) -> None:
    assert facts.cited_editions(prose) == editions


def test_majority() -> None:
    old, new = Edition.FORM_2019, Edition.FORM_2021
    assert facts.majority([]) is None
    assert facts.majority([old]) is old
    assert facts.majority([new, old, new]) is new
    assert facts.majority([new, old]) is None
