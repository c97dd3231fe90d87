"""All layouts by name."""

from __future__ import annotations

from gidisc.strategies import aligned, drawn, flowing, separated, stacked
from gidisc.strategies.layout import LAYOUTS, Layout

__all__ = ["LAYOUTS", "Layout", "aligned", "drawn", "flowing", "separated", "stacked"]
