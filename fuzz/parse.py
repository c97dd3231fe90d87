"""A coverage-guided fuzz run: whatever a text says, the promises of `tests/promises.py` are kept.

    python -m pip install -e ".[atheris]"
    python fuzz/seeds.py build/fuzz
    python fuzz/parse.py -dict=build/fuzz/labels.dict -max_total_time=1800 build/fuzz/found build/fuzz/seeds

A text that breaks a promise is written to a file `crash-...`; make it small (`-minimize_crash=1`) and make it a case.
Inputs go to the first folder; all arguments are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["gidisc"]):
    from promises import keep

    # Most modules are imported when first used, and only of those imported here libFuzzer sees the branches.
    keep("一、总体情况\n无。\n三、收到和处理政府信息公开申请情况\n（一）予以公开 1 2 3 4 5 6 21\n")


def test_one_input(data: bytes) -> None:
    """Try one text: the input as UTF-8, its odd bytes as single characters."""
    keep(data.decode("utf-8", errors="replace"))


def main() -> None:
    """Run libFuzzer; it ends the process."""
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
