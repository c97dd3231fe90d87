"""All layouts by name."""

from __future__ import annotations

from gidisc.strategies import drawn, flowing, separated, stacked
from gidisc.strategies.layout import LAYOUTS, Layout

__all__ = ["LAYOUTS", "Layout", "drawn", "flowing", "separated", "stacked"]
