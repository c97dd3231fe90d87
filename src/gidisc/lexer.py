"""The lines of a canonical text as the terminals of the grammar."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token
from lark.common import LexerConf
from lark.lexer import BasicLexer, LexerState
from lark.parsers.lalr_parser_state import ParserState


class LineLexer(BasicLexer):
    """Tells the kind of every line by itself; one that cannot stand where it stands is UNPARSED.

    The grammar's terminals exclude each other but for UNPARSED, which is any line. So one pattern tells what the
    contextual lexer of Lark tells by a pattern for every set of terminals that may come next, each to be compiled.
    """

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        # Lark would compile every terminal by itself before the one pattern of them all.
        conf.skip_validation = True
        super().__init__(conf)

    def lex(self, state: LexerState, parser_state: ParserState[int]) -> Iterator[Token]:
        """The tokens of a text, each made when the parser asks for it."""
        states = parser_state.parse_conf.states
        for token in super().lex(state, parser_state):
            if token.type not in states[parser_state.position]:
                token.type = "UNPARSED"
            yield token
