"""The grammar files and the parser made from them, built once, on first use."""

from __future__ import annotations

import functools
import threading
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

FILES = ("report.lark", "prose.lark", "tables.lark", "labels.lark")

_lock = threading.Lock()


def _folder() -> Traversable:
    installed = resources.files("gidisc") / "grammars"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "grammars"


def source() -> str:
    """The grammar, all its files read as one."""
    folder = _folder()
    return "\n".join((folder / file).read_text("utf-8") for file in FILES)


def parse_tree(canonical: str) -> Tree[Token]:
    """The tree of a canonical text. Every text of whole lines under the layout's header has one."""
    with _lock:
        parser = build()
    return parser.parse(canonical)


@functools.cache
def build(start: str = "report") -> Lark:
    """The LALR parser of one rule. Its tables are kept in memory, never in a file that another user could forge."""
    from lark import Lark

    from gidisc.lexer import LineLexer

    return Lark(source(), start=start, parser="lalr", lexer=LineLexer, maybe_placeholders=False)
