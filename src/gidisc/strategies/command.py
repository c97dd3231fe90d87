"""How the parser fares with every layout: a table, and the cases to look at."""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from attrs import define, field, frozen

import gidisc
from gidisc.model import Report
from gidisc.strategies.cases import Case, make_case
from gidisc.strategies.content import REGIME_NAMES
from gidisc.strategies.damage import DAMAGES
from gidisc.strategies.judge import Verdict, compare, gaps
from gidisc.strategies.layouts import LAYOUTS
from gidisc.strategies.sheet import number

_COLUMNS = """\
texts      how many texts
clear %    of the cells that a careful reader can tell, those that are right
numbers %  of these, those that hold a number other than 0
missing    clear cells whose number the report lacks
WRONG      clear cells with a number that is not theirs
claims     false agencies, years and editions
other %    of all other cells, those that are right; nothing need be found there
WRONG      other cells with a number that is not theirs
refused    texts that raised ParseError
raised     texts that raised anything else
gaps       texts whose accounting leaves something out or counts it twice
unstable   texts whose canonical text changes when normalized again
ms         milliseconds for parsing a text"""
_HEADS = tuple(line[:10].strip() for line in _COLUMNS.splitlines())
_WIDTH = 10
_DEFECTS = ("clear wrong", "other wrong", "claims", "raised", "gaps", "unstable")


@define
class Tally:
    """What was counted for one layout, damage or regime."""

    counts: Counter[str] = field(factory=Counter)
    seconds: float = 0.0

    def row(self) -> list[str]:
        """The figures of `_COLUMNS`."""
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
            str(n["gaps"]),
            str(n["unstable"]),
            f"{1000 * self.seconds / max(n['texts'], 1):.1f}",
        ]


@frozen(order=True)
class Shortcoming:
    """Something to look at; the worst comes first."""

    rank: tuple[int, int]
    text: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives 1 where there was a defect: a wrong number, a false fact, an undocumented exception."""
    options = _options(arguments)
    tallies: dict[str, Tally] = defaultdict(Tally)
    total = Tally()
    shown: list[Shortcoming] = []
    for case, seed in _cases(options):
        if options.print:
            print(case.text)
            return 0
        by = {"layout": case.layout, "damage": case.damage or "none", "regime": case.content.regime}[options.by]
        counts, seconds = _try(case, seed, shown)
        for tally in (tallies[by], total):
            tally.counts += counts
            tally.seconds += seconds
    _print_row("", _HEADS)
    for name, tally in tallies.items():
        _print_row(name, tally.row())
    _print_row("all", total.row())
    for shortcoming in sorted(shown)[: options.show]:
        print(shortcoming.text)
    return int(any(total.counts[name] for name in _DEFECTS))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m gidisc.strategies",
        description=f"{__doc__}\n\n{_COLUMNS.replace('%', '%%')}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--count", type=int, default=5, help="how many texts a layout (default 5)")
    parser.add_argument("--layout", choices=sorted(LAYOUTS), help="this layout only")
    parser.add_argument(
        "--damage",
        choices=[*sorted(DAMAGES), "any", "harmless"],
        help="damage every text: in this way, or in any (any harmless) one, chosen by the seed",
    )
    parser.add_argument("--regime", choices=REGIME_NAMES, help="cells filled in this way only")
    parser.add_argument(
        "--by", choices=("layout", "damage", "regime"), default="layout", help="a line of the table for each"
    )
    parser.add_argument("--show", type=int, default=20, help="how many shortcomings to show (default 20)")
    parser.add_argument("--print", action="store_true", help="print the text of --seed in --layout and stop")
    return parser.parse_args(arguments)


def _cases(options: argparse.Namespace) -> Iterator[tuple[Case, int]]:
    names = [name for name, damage in DAMAGES.items() if damage.harmless or options.damage != "harmless"]
    for layout in [options.layout] if options.layout else LAYOUTS:
        for seed in range(options.seed, options.seed + options.count):
            drawn = Random(f"damage {layout} {seed}").choice(names)
            damage = drawn if options.damage in ("any", "harmless") else options.damage
            yield make_case(seed, layout, damage=damage, regime=options.regime), seed


def _try(case: Case, seed: int, shown: list[Shortcoming]) -> tuple[Counter[str], float]:
    """Parse a case and judge the report; what to look at goes to `shown`."""
    damage = f" --damage {case.damage}" if case.damage else ""
    name = f"--layout {case.layout}{damage} --regime {case.content.regime} --seed {seed}"
    counts = Counter(texts=1)
    report = None
    started = time.perf_counter()
    try:
        report = gidisc.parse(case.text)
    except gidisc.ParseError:
        counts["refused"] += 1
    except Exception as error:  # every other exception is a defect, and the next text must be tried all the same
        counts["raised"] += 1
        shown.append(Shortcoming((0, 0), f"{name}: {type(error).__name__}: {error}"))
    seconds = time.perf_counter() - started
    verdict = compare(case.content, report, case.laid, case.damaged)
    counts += _counted(case, verdict)
    shown += _shown(name, case, verdict)
    if report:
        counts += _checked(name, case.text, report, shown)
    return counts, seconds


def _checked(name: str, text: str, report: Report, shown: list[Shortcoming]) -> Counter[str]:
    """What must hold of every report, whatever its text says."""
    left_out = gaps(report)
    if left_out:
        shown.append(Shortcoming((4, 0), f"{name}: accounting: {left_out[0][:40]!r}"))
    canonical = gidisc.normalize(text).text
    unstable = gidisc.normalize(canonical).text != canonical
    if unstable:
        shown.append(Shortcoming((5, 0), f"{name}: unstable"))
    return Counter(gaps=int(bool(left_out)), unstable=int(unstable))


def _counted(case: Case, verdict: Verdict) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key, printed in case.content.cells.items():
        kind = _kind(case, key)
        right = key in verdict.right
        counts[f"{kind} cells"] += 1
        counts[f"{kind} right"] += right
        counts[f"{kind} missing"] += key in verdict.missing
        if kind == "clear" and number(printed or ""):
            counts["numbers"] += 1
            counts["numbers right"] += right
    for difference in verdict.wrong:
        counts[f"{_kind(case, difference.key)} wrong"] += 1
    counts["claims"] += len(verdict.claims)
    return counts


def _shown(name: str, case: Case, verdict: Verdict) -> Iterator[Shortcoming]:
    for kind, rank in (("clear", 1), ("other", 2)):
        wrong = [difference for difference in verdict.wrong if _kind(case, difference.key) == kind]
        if wrong:
            found = " and ".join(map(str, wrong[0].found))
            what = f"{wrong[0].key} prints {wrong[0].printed!r}, found {found}"
            yield Shortcoming((rank, -len(wrong)), f"{name}: {len(wrong)} WRONG ({kind}): {what}")
    if verdict.claims:
        yield Shortcoming((3, 0), f"{name}: false {', '.join(verdict.claims)}")
    missing = sorted(key for key in verdict.missing if _kind(case, key) == "clear")
    if missing:
        what = f"{missing[0]} prints {case.content.cells[missing[0]]!r}"
        yield Shortcoming((6, -len(missing)), f"{name}: {len(missing)} missing: {what}")


def _kind(case: Case, key: str) -> str:
    return "clear" if key.split(".")[0] in case.clear else "other"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else "-"


def _print_row(name: str, figures: Sequence[str]) -> None:
    print(f"{name:26}" + "".join(f"{figure:>{_WIDTH}}" for figure in figures))
