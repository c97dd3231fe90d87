"""Write what a fuzz run begins with: reports in every layout, damaged ones too, and the words of the form.

    python fuzz/seeds.py DIRECTORY

`DIRECTORY/seeds` holds the texts, `DIRECTORY/labels.dict` a dictionary for libFuzzer; `DIRECTORY/found` is made for
the inputs of the run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from gidisc import form
from gidisc.canonical import HEADER
from gidisc.strategies import DAMAGES, LAYOUTS, make_case

_SIGNS = ("\t", "|", "\n", "\f", "、", "，", "：", "（", "）", "0", "12", "-", "/", "─┼─", "<td>", "</td>", "<tr>")


def write(folder: Path) -> None:
    """Write seeds and dictionary to a folder."""
    (folder / "found").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in texts():
        (folder / "seeds" / f"{name}.txt").write_bytes(text.encode())
    (folder / "labels.dict").write_text("".join(f'"{_escaped(word)}"\n' for word in words()), "ascii")


def texts() -> Iterator[tuple[str, str]]:
    """A name and a text for every layout, undamaged and damaged in one way after the other."""
    damages = sorted(DAMAGES)
    for number, layout in enumerate(sorted(LAYOUTS)):
        damage = damages[number % len(damages)]
        yield layout, make_case(number, layout).text
        yield f"{layout}-{damage}", make_case(number, layout, damage=damage).text


def words() -> list[str]:
    """The headings, labels and heads of the form, and what stands between cells."""
    rows = [row for table in form.TABLES for row in table.rows()]
    heads = [head for table in form.TABLES for row in table.rows() for head in table.heads(row)]
    columns = [column.label for head in (*heads, form.RESULTS) for column in head.columns]
    headings = [heading.numeral + heading.label for heading in form.HEADINGS]
    return list(dict.fromkeys([*headings, *(row.printed for row in rows), *columns, *_SIGNS, HEADER]))


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
