"""The two editions of the form: which years each is for, and how reports cite the notice that fixes it."""

from __future__ import annotations

import enum


class Edition(enum.StrEnum):
    """Which form the tables follow: the trial form of 2019 or the form of 2021."""

    FORM_2019 = "2019"
    FORM_2021 = "2021"


BOTH = (Edition.FORM_2019, Edition.FORM_2021)
ONLY_2019 = (Edition.FORM_2019,)
ONLY_2021 = (Edition.FORM_2021,)

FIRST_YEARS = {Edition.FORM_2021: 2021, Edition.FORM_2019: 2019}
"""The first year that an edition is for, the latest edition first.

国办公开办函〔2021〕30号 is for the reports on 2021 and later, 国办公开办函〔2019〕60号 for those on 2019 and 2020.
"""

DOCUMENT_NUMBERS = {"〔2019〕60号": Edition.FORM_2019, "〔2021〕30号": Edition.FORM_2021}
"""How the reports cite the notice that fixes their form: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号."""


def edition_of(year: int) -> Edition | None:
    """The edition that reports on a year follow; None before the first of them."""
    return next((edition for edition, first in FIRST_YEARS.items() if year >= first), None)
