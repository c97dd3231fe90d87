"""Whether a report agrees with itself, with the years before it, and with its parts.

`check` judges one report, `check_years` several years of one office, `check_sum` a summary and its parts; `RULES` lists
what they hold a report against. Everything that they find is a `Diagnostic` whose code is the id of its rule.
"""

from gidisc.checks.arithmetic import Assessment, Side, Verdict, assessments
from gidisc.checks.parts import check_sum
from gidisc.checks.report import check
from gidisc.checks.rules import RULES, Equation, Rule
from gidisc.checks.years import check_years

__all__ = [
    "RULES",
    "Assessment",
    "Equation",
    "Rule",
    "Side",
    "Verdict",
    "assessments",
    "check",
    "check_sum",
    "check_years",
]
