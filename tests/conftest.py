"""Hypothesis profiles: quick by default, a hundred times as many examples with `--hypothesis-profile=long`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from examples import LONG, QUICK

# Whole documents take long to generate; no test may fail because a machine is slow. Where CI is set the examples are
# the same in every run, so that a change is judged by what it changes.
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=QUICK,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.register_profile("long", settings.get_profile("quick"), max_examples=LONG, derandomize=False)
settings.load_profile("quick")
