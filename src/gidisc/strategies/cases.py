"""Whole cases: a report, laid out and perhaps damaged, by seed or drawn by hypothesis."""

from __future__ import annotations

from random import Random

from attrs import frozen
from hypothesis import strategies as st

from gidisc.form import Edition
from gidisc.strategies.content import REGIME_NAMES, Content, make_content
from gidisc.strategies.damage import DAMAGES
from gidisc.strategies.layouts import LAYOUTS
from gidisc.strategies.sheet import Sheet


@frozen(kw_only=True)
class Case:
    """A report, the text that it was laid out as, and what damage left of that (None: no damage).

    `clear` are the tables of which every cell can be told from the text.
    """

    layout: str
    damage: str | None = None
    content: Content
    laid: Sheet
    damaged: Sheet | None = None
    clear: frozenset[str]

    @property
    def text(self) -> str:
        """The text to be parsed."""
        return (self.damaged or self.laid).text


def make_case(
    seed: int,
    layout: str,
    *,
    damage: str | None = None,
    regime: str | None = None,
    edition: Edition | None = None,
) -> Case:
    """The case of a seed. The same arguments give the same case; a content of a seed is the same in every layout."""
    content = make_content(Random(f"content {seed}"), regime, edition)
    return lay_out(content, layout, damage, Random(f"layout {seed}"))


def lay_out(content: Content, layout: str, damage: str | None, rng: Random) -> Case:
    """A report in a layout, with damage where a name of one is given."""
    chosen = LAYOUTS[layout]
    laid = chosen.print(content, rng)
    clear = chosen.clear_tables(content)
    if damage is None:
        return Case(layout=layout, content=content, laid=laid, clear=clear)
    damaged = DAMAGES[damage].change(laid, rng)
    return Case(
        layout=layout,
        damage=damage,
        content=content,
        laid=laid,
        damaged=damaged,
        clear=clear if DAMAGES[damage].harmless else frozenset(),
    )


@st.composite
def contents(draw: st.DrawFn, *, regime: str | None = None, edition: Edition | None = None) -> Content:
    """Contents of reports, of one regime and edition where given."""
    regime = regime or draw(st.sampled_from(REGIME_NAMES))
    edition = edition or draw(st.sampled_from(Edition))
    return make_content(draw(st.randoms(use_true_random=False)), regime, edition)


@st.composite
def cases(draw: st.DrawFn, *, layout: str | None = None, damage: str | None = None, regime: str | None = None) -> Case:
    """Reports in any layout, undamaged unless `damage` names a damage or is `"any"`."""
    content = draw(contents(regime=regime))
    layout = layout or draw(st.sampled_from(sorted(LAYOUTS)))
    damage = draw(st.sampled_from(sorted(DAMAGES))) if damage == "any" else damage
    return lay_out(content, layout, damage, draw(st.randoms(use_true_random=False)))
