"""The table on disputes: one printed row of fifteen values under heads that name its cells.

`reading` finds the table and asks `row_by_row`, `one_row`, `steps` and `turns`, which know the ways in which it is
printed.
"""

from gidisc.normalize.disputes.reading import Zone, read_disputes
from gidisc.normalize.disputes.text import DisputesText

__all__ = ["DisputesText", "Zone", "read_disputes"]
