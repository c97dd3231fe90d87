"""What stands between cells as tabs: tags, comma-separated lines, `label: 1、2、3`, `name 1, name 2`.

Only what recognition reads is changed, one character for one; the prose of a report is printed as the source has it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from gidisc.characters import LEFT_OUT, left_out
from gidisc.normalize.labels import HAN, column_names
from gidisc.normalize.page.markup import without_markup
from gidisc.normalize.page.signs import with_tabs_for_signs
from gidisc.normalize.page.written import with_rows_apart
from gidisc.normalize.tokens import VALUE
from gidisc.values import MARK

_CELL = rf"(?:{VALUE.pattern}|{MARK.pattern})"
_SPACES = "[ \u200b]{0,4}"
_LISTED = re.compile(
    rf"(?<![0-9]):(?P<cells>{_SPACES}{_CELL}?(?:{_SPACES}(?P<mark>[、,;]){_SPACES}{_CELL}?"
    rf"(?:{_SPACES}(?P=mark){_SPACES}{_CELL}?)*)?){_SPACES}[。;]?[ \u200b]*$",
    re.MULTILINE,
)
_NAMED = re.compile(rf"(?:{column_names()})[ :]*{_CELL}(?:,(?![0-9]|\Z)|[;、。](?![0-9]))")
_THOUSANDS = re.compile(r" *[0-9]{1,3}(?:,[0-9]{3})+ *")
_CELL_OR_BLANK = re.compile(f"(?:{_CELL})?")
_CELL_TAG = re.compile(r"<(?:t[dh]|cell|entry)\b", re.IGNORECASE)
_END_OF_CELL = re.compile(r"</(?:t[dh]|cell|entry)\b", re.IGNORECASE)
_BLANK = r"&(?:nbsp|ensp|emsp|#(?:9|10|13|32|160|819[4-8]|12288)|#x(?:9|A|D|20|A0|3000));"
_BLANK_ENTITY = re.compile(_BLANK, re.IGNORECASE)
_TAG = re.compile(
    rf"<(?:(?P<cell>t[dh]|cell|entry)|(?P<end>/t[dh]|/cell|/entry)|(?P<row>/?tr|/?row|/table)|/?[a-z][a-z0-9]*)\b[^<>]{{0,200}}>|{_BLANK}|[\n\t]",
    re.IGNORECASE,
)
# Where nothing stands between a label and its number, the commas may be that number's own, which goes on where its line
# was cut. A sign in words is no label.
_LABEL_AND_THOUSANDS = re.compile(r"(?<![,;])[一-鿿][0-9]+,(?:[0-9]{3}|[0-9]{0,2}$)")
_RULE = re.compile(r"(?<=\n)\|[-+}]{1,2}(?= *\n)")
# Below the heads of a table; three strokes are no mark, so a line that has them is no row of marks.
_RULE_OF_CELLS = re.compile(
    r"^(?=[^\n]*---)[ \t>]*(?:\|[ \u200b]*(?::?-+:?[ \u200b]*)?){2,}\|?[ \t\u200b]*$", re.MULTILINE
)
# Over and under columns, of which some are so narrow that their rule looks like a mark.
_RULE_OF_COLUMNS = re.compile(r"^(?=[^\n]*---)[ \t>]*+-++(?:[ \u200b]++-++)++[ \t\u200b]*$", re.MULTILINE)
_FILLING = re.compile(r"(?<=\|)_++|(?<!_)_++(?=\|)")
_DELIMITERS = ",;，；"
_SPACED_COMMA = ", "
# Several in a row, no more than the cells of one, among them numbers with thousands.
_SPACED_COMMAS = re.compile(
    r"(?<![0-9,])(?<![0-9], )(?:[0-9]{1,3}(?:,[0-9]{3})*+, ){3,40}+(?:[0-9,]*+, ){0,40}+[0-9,]*+$", re.MULTILINE
)
# How many lines a text must have that are numbers between delimiters, and how far apart, before they say anything.
_FEWEST_LINES = 3
_NEAR = 12


def with_cells_apart(text: str, folded: str) -> str:
    """`folded` with tabs for the punctuation between cells, of the same length; `text` is what was folded."""
    if _CELL_TAG.search(folded):
        folded = _with_rows(folded)
    if "&" in text:
        # The sign that ends it parts no cells.
        text = _BLANK_ENTITY.sub(lambda match: " " * len(match[0]), text)
        folded = _BLANK_ENTITY.sub(left_out, folded)
    folded = without_markup(folded)
    folded = _without_rules(folded)
    if (listed := with_rows_apart(text, folded)) is not None:
        return listed
    folded = with_tabs_for_signs(text, folded)
    for delimiter in _delimiters(text):
        if text.count(delimiter) >= _FEWEST_LINES:
            folded = _with_tabs(text, folded, delimiter)
    if ":" in folded:
        # Where other signs part cells, the commas of a list are those of numbers.
        own = "," if any(match["mark"] == "、" for match in _LISTED.finditer(folded)) else ""
        folded = _LISTED.sub(lambda match: match[0] if match["mark"] == own else _listed(match), folded)
    return _NAMED.sub(lambda match: match[0][:-1] + ";", folded)


def _delimiters(text: str) -> Sequence[str]:
    """What may part the cells of lines: where a space follows the commas between numbers, those without are theirs."""
    spaced = len(_SPACED_COMMAS.findall(text))
    return (_SPACED_COMMA, *_DELIMITERS[1:]) if spaced >= _FEWEST_LINES else _DELIMITERS


def _with_rows(folded: str) -> str:
    """`folded` with each row of an HTML table on a line, a tab for each tag that begins a cell but the row's first.

    What stands behind the end of a cell and before the next is in none, and breaks the line. So does a cell that begins
    or ends without the other where most have both: its tags are broken, and it may be two.
    """
    pieces: list[str] = []
    at = 0
    in_row = first = is_open = False
    in_pairs = 2 * len(_END_OF_CELL.findall(folded)) > len(_CELL_TAG.findall(folded))
    closed: int | None = None
    for match in _TAG.finditer(folded):
        if closed is not None and folded[at : match.start()].strip():
            pieces[closed] = "\n" + pieces[closed][1:]
            closed = None
        sign = ""
        if match["row"]:
            in_row = first = match["row"].lower() in ("tr", "row")
            sign = "\n"
            is_open = False
        elif match["cell"]:
            sign = "\n" if is_open and in_pairs else LEFT_OUT if first else "\t"
            first = False
            is_open = not match[0].endswith("/>")
        elif match["end"]:
            sign = "\n" if in_row and in_pairs and not is_open else ""
            is_open = False
        elif match[0] in "\n\t":
            # Pages indent their tags.
            sign = " " if in_row else match[0]
        pieces += [folded[at : match.start()], sign + LEFT_OUT * (len(match[0]) - len(sign))]
        at = match.end()
        if match["end"] and in_row:
            closed = len(pieces) - 1
        elif match["row"] or match["cell"]:
            closed = None
    return "".join([*pieces, folded[at:]])


def _without_rules(folded: str) -> str:
    """`folded` without the strokes that part the rows of tables and fill their cells: no marks and no words."""
    if "\n|-" in folded:
        folded = _RULE.sub(left_out, folded)
    if "---" in folded:
        folded = _RULE_OF_COLUMNS.sub(left_out, folded)
        folded = _RULE_OF_CELLS.sub(left_out, folded) if "|" in folded else folded
    return _FILLING.sub(left_out, folded) if folded.count("_|") >= _FEWEST_LINES else folded


def _listed(match: re.Match[str]) -> str:
    is_one = _THOUSANDS.fullmatch(match["cells"]) is not None
    cells = match["cells"] if is_one else match["cells"].replace(match["mark"] or "、", "\t")
    return "\t" + cells + re.sub(r"[。;]", " ", match[0][1 + len(cells) :])


def _with_tabs(text: str, folded: str, delimiter: str) -> str:
    """`folded` with a tab for each delimiter, and nothing for quotes, where lines of delimited numbers are near."""
    lines = folded.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    printed = [text[start : start + len(line)] for start, line in zip(starts, lines, strict=False)]
    counted = [
        number
        for number, line in enumerate(lines)
        if delimiter in printed[number] and _is_delimited(line, printed[number], delimiter)
    ]
    if len(counted) < _FEWEST_LINES:
        return folded
    near = {number + step for number in counted for step in range(-_NEAR, _NEAR + 1)}
    for number, line in enumerate(lines):
        if (
            number in near
            and delimiter in printed[number]
            and not line.rstrip().endswith("。")
            and not _LABEL_AND_THOUSANDS.search(line)
            and not _breaks_quotes(printed[number], delimiter)
        ):
            lines[number] = "".join(_cells_of(printed[number], line, delimiter))
    return "\n".join(lines)


def _is_delimited(folded: str, printed: str, delimiter: str) -> bool:
    """Whether a line is two or more numbers or blanks between delimiters, with nothing but labels before them.

    Numbers of three digits and more behind each delimiter may be numbers with thousands, one glued to the other.
    """
    last = printed.rfind(delimiter)
    if not _CELL_OR_BLANK.fullmatch(folded[last + 1 :].strip(' "\u200b')):
        return False
    ends = [*(match.start() for match in re.finditer(delimiter, printed)), len(printed)]
    fields = [folded[a:b].strip(' "\u200b') for a, b in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    counted = sum(1 for _ in itertools.takewhile(_CELL_OR_BLANK.fullmatch, reversed(fields)))
    labels = fields[: len(fields) - counted]
    named = all(not label or (HAN.search(label) and not label[-1].isdigit()) for label in labels)
    short = any(not field[:3].isdigit() or len(field) < 3 for field in fields[len(labels) + 1 :])
    # One number beside a delimiter may be the rest of one that was broken.
    whole = bool(labels) or sum(map(bool, fields)) > 1
    return named and whole and counted > 1 and (short or delimiter != ",")


def _breaks_quotes(text: str, delimiter: str) -> bool:
    """Whether a field of a line lacks one of its quotes: what stands between delimiters may be a part of it."""
    if '"' not in text:
        return False
    rest = re.sub(rf'(?:^|(?<={delimiter}))"[^"]*"(?={delimiter}|\s*$)', "", text)
    return any(field.count('"') % 2 for field in rest.split(delimiter))


def _cells_of(text: str, folded: str, delimiter: str) -> Iterator[str]:
    """The cells of a line: what stands between quotes keeps its delimiters."""
    at = 0
    for match in re.finditer(rf'(?:^|(?<={delimiter}))"[^"]*"(?={delimiter}|\s*$)|{delimiter}', text):
        yield folded[at : match.start()]
        yield (
            "\t".ljust(len(delimiter), LEFT_OUT)
            if match[0] == delimiter
            else LEFT_OUT + folded[match.start() + 1 : match.end() - 1] + LEFT_OUT
        )
        at = match.end()
    yield folded[at:]
