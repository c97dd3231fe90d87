"""How the parser fares with every layout: a table, and the cases to look at."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

import gidisc
from gidisc.strategies.cases import Case, make_case
from gidisc.strategies.content import REGIME_NAMES
from gidisc.strategies.damage import DAMAGES
from gidisc.strategies.judge import Verdict, compare
from gidisc.strategies.layouts import LAYOUTS
from gidisc.strategies.sheet import number

_HEADS = ("texts", "clear %", "numbers %", "missing", "WRONG", "claims", "other %", "WRONG", "refused", "raised", "ms")
_WIDTHS = (7, 9, 11, 9, 7, 8, 9, 7, 9, 8, 8)


@define
class Tally:
    """What was counted for one layout."""

    counts: Counter[str] = field(factory=Counter)
    seconds: float = 0.0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.counts += other.counts
        self.seconds += other.seconds

    def row(self) -> list[str]:
        """The figures below `_HEADS`."""
        n = self.counts
        return [
            str(n["texts"]),
            _percent(n["clear right"], n["clear cells"]),
            _percent(n["numbers right"], n["numbers"]),
            str(n["clear missing"]),
            str(n["clear wrong"]),
            str(n["claims"]),
            _percent(n["other right"], n["other cells"]),
            str(n["other wrong"]),
            str(n["refused"]),
            str(n["raised"]),
            f"{1000 * self.seconds / max(n['texts'], 1):.1f}",
        ]

    @property
    def is_bad(self) -> bool:
        """Whether there was a defect: a wrong number, a false claim or an undocumented exception."""
        return any(self.counts[name] for name in ("clear wrong", "other wrong", "claims", "raised"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives 1 where a number was wrong, a fact false, or an undocumented exception raised."""
    options = _options(arguments)
    if options.print:
        for case in _cases(options, options.layout or next(iter(LAYOUTS)), 1):
            print(case.text)
        return 0
    shown: list[str] = []
    total = Tally()
    _print_row("", _HEADS)
    for layout in [options.layout] if options.layout else LAYOUTS:
        tally = Tally()
        for seed, case in enumerate(_cases(options, layout, options.count), start=options.seed):
            tally.add(_try(case, f"--layout {layout} --seed {seed}", shown))
        _print_row(layout, tally.row())
        total.add(tally)
    _print_row("all", total.row())
    print("\n".join(shown[: options.show]))
    return int(total.is_bad)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gidisc.strategies", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--count", type=int, default=5, help="how many texts a layout (default 5)")
    parser.add_argument("--layout", choices=sorted(LAYOUTS), help="this layout only")
    parser.add_argument(
        "--damage", choices=[*sorted(DAMAGES), "any", "harmless"], help="damage every text: by name, or by seed"
    )
    parser.add_argument("--regime", choices=REGIME_NAMES, help="this way to fill the cells only")
    parser.add_argument("--show", type=int, default=20, help="how many shortcomings to show (default 20)")
    parser.add_argument("--print", action="store_true", help="print the text of --seed in --layout and stop")
    return parser.parse_args(arguments)


def _cases(options: argparse.Namespace, layout: str, count: int) -> Iterator[Case]:
    names = [name for name, damage in DAMAGES.items() if damage.harmless or options.damage != "harmless"]
    for seed in range(options.seed, options.seed + count):
        damage = names[seed % len(names)] if options.damage in ("any", "harmless") else options.damage
        yield make_case(seed, layout, damage=damage, regime=options.regime)


def _try(case: Case, name: str, shown: list[str]) -> Tally:
    """Parse a case and judge the report; what to look at goes to `shown`, wrong numbers first."""
    tally = Tally()
    tally.counts["texts"] += 1
    report = None
    started = time.perf_counter()
    try:
        report = gidisc.parse(case.text)
    except gidisc.ParseError:
        tally.counts["refused"] += 1
    except Exception as error:  # every other exception is a defect, and the next text must be tried all the same
        tally.counts["raised"] += 1
        shown.insert(0, f"{name}: {type(error).__name__}: {error}")
    tally.seconds = time.perf_counter() - started
    verdict = compare(case.content, report, case.laid, case.damaged)
    _count(tally.counts, case, verdict)
    _show(shown, f"{name} ({case.content.regime}{', ' + case.damage if case.damage else ''})", case, verdict)
    return tally


def _count(counts: Counter[str], case: Case, verdict: Verdict) -> None:
    wrong = {difference.key for difference in verdict.wrong}
    for key, printed in case.content.cells.items():
        kind = "clear" if key.split(".")[0] in case.clear else "other"
        counts[f"{kind} cells"] += 1
        counts[f"{kind} right"] += key in verdict.right
        if kind == "clear" and number(printed or ""):
            counts["numbers"] += 1
            counts["numbers right"] += key in verdict.right
        counts[f"{kind} missing"] += key in verdict.missing
    for key in wrong:
        counts["clear wrong" if key.split(".")[0] in case.clear else "other wrong"] += 1
    counts["claims"] += len(verdict.claims)


def _show(shown: list[str], name: str, case: Case, verdict: Verdict) -> None:
    if verdict.wrong:
        first = verdict.wrong[0]
        found = " and ".join(map(str, first.found))
        shown.insert(0, f"{name}: {len(verdict.wrong)} WRONG: {first.key} prints {first.printed!r}, found {found}")
    if verdict.claims:
        shown.insert(0, f"{name}: false {', '.join(verdict.claims)}")
    missing = sorted(key for key in verdict.missing if key.split(".")[0] in case.clear)
    if missing:
        shown.append(f"{name}: {len(missing)} missing: {missing[0]} prints {case.content.cells[missing[0]]!r}")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else "-"


def _print_row(name: str, figures: Sequence[str]) -> None:
    print(f"{name:28}" + "".join(f"{figure:>{width}}" for figure, width in zip(figures, _WIDTHS, strict=True)))
