"""The pages in this folder as a site, for Sphinx; `<!-- name -->` in a page becomes the text of that generator."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from sphinx.application import Sphinx

# Sphinx runs this file without its folder on the path.
sys.path.insert(0, str(Path(__file__).parent))

from generated import GENERATORS

project = "gidisc"
author = "The gidisc founders"
html_title = "gidisc"
html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["gidisc.css"]
html_copy_source = False
html_show_copyright = False
extensions = ["myst_nb"]
myst_heading_anchors = 3
nitpicky = True
# What a notebook shows is what it gives now; one that fails stops the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True

_MARKER = re.compile(r"^<!-- (\w+) -->$", re.MULTILINE)


def _fill(_: Sphinx, __: str, content: list[str]) -> None:
    content[0] = _MARKER.sub(lambda marker: GENERATORS[marker[1]](), content[0])


def setup(app: Sphinx) -> None:
    """Fill in the generated parts of each page when it is read."""
    app.connect("source-read", _fill)
