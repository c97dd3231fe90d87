"""What happens to texts on their way: harmless changes, after which everything must still be found, and damage.

After damage nothing need be found, and nothing may be wrong. Where damage alters numbers themselves (a digit lost, two
numbers glued), the sheet knows whose characters they are, and the judge takes what then stands in the text for a cell
as that cell's number; a number that the damage did not touch must be given for its own cell or for none.

In a layout that drops blanks, a row of six numbers one of which was split, or that a page number joined, reads as a
full row of seven. No reader can tell, and the judge knows these rows (`gidisc.strategies.filled`).
"""

from __future__ import annotations

from gidisc.strategies.damage import characters, harmless, lines
from gidisc.strategies.damage.registry import DAMAGES, Damage

__all__ = ["DAMAGES", "Damage", "characters", "harmless", "lines"]
