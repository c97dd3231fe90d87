"""The command `python -m gidisc.strategies`."""

import sys

from gidisc.strategies.command import main

sys.exit(main())
