"""From any layout of a report to the canonical one.

The way of a text: characters are folded (one for one, so that no position is lost), the labels of the form are sighted
among the Chinese characters, the heaviest chain of them is the report, the values between two labels are a row's, and
what separates the cells of full rows says where the blank cells of others are. What is left is prose and furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gidisc.canonical import Normalized

__all__ = ["normalize"]


def normalize(text: str) -> Normalized:
    """The canonical layout of a text, with the way back to the source.

    `text` is laid out in any way, or in the canonical layout already, which stays as it is. Never raises for a str.
    """
    # All modules of this package come with the first text, not with `import gidisc`.
    from gidisc.normalize.pipeline import in_canonical_layout

    return in_canonical_layout(text)
