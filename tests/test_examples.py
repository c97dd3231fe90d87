"""The profile `long` tries a hundred times as many examples, also where a property says how many."""

from __future__ import annotations

from hypothesis import settings

from examples import examples


def test_long_is_a_hundred_times_as_much() -> None:
    in_force = settings()
    try:
        settings.load_profile("quick")
        assert examples(7) == 7
        settings.load_profile("long")
        assert examples(7) == 700
        assert settings().max_examples == 100 * settings.get_profile("quick").max_examples
    finally:
        settings.register_profile("in force", in_force)
        settings.load_profile("in force")
