"""Hypothesis profiles: quick by default, `--hypothesis-profile=thorough` on request."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Whole documents take long to generate; no test may fail because a machine is slow.
settings.register_profile("quick", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2000)
settings.load_profile("quick")
