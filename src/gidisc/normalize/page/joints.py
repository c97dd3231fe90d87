"""Texts whose lines were joined with a sign between them: `六、其他需要报告的事项|无。|云岭县水务局|2024年1月25日`."""

from __future__ import annotations

import itertools
import re

from gidisc import form

_JOINT = re.compile(r"[。；：][ \u3000]*+([|,;\t])[\s\u3000]*+(?:\1[\s\u3000]*+)?(?=[一-鿿（(0-9])")
_ENDS = re.compile(r"[。；：][ \u3000]*+\n")
_FEWEST_JOINTS = 5
# So many cells without a sentence stand one behind the other in tables only.
_FEWEST_CELLS = 16
_SENTENCE = "。"
_HEADINGS = tuple(heading.label for heading in form.HEADINGS)


def with_lines_apart(text: str) -> str:
    """A text with line ends for the sign that joins its lines, of the same length; in tables it parts cells and stays.

    Where a comma joins lines, one between two digits may be a part of a number.
    """
    joints = _JOINT.findall(text)
    if len(joints) < _FEWEST_JOINTS or len(joints) < len(_ENDS.findall(text)):
        return text
    sign = joints[0]
    if any(joint != sign for joint in joints):
        return text
    parts = re.split(r"(?<![0-9]),|,(?![0-9])" if sign == "," else re.escape(sign), text)
    kept: list[str] = []
    for are_lines, group in itertools.groupby(parts, _is_line):
        pieces = list(group)
        is_table = not are_lines and len(pieces) >= _FEWEST_CELLS
        kept += ["\n", (sign if is_table else "\n").join(pieces)]
    return "".join(kept[1:])


def _is_line(part: str) -> bool:
    return _SENTENCE in part or part.rstrip().endswith(_HEADINGS)
