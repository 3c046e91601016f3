"""How fast keys come."""

import pytest

from newsreader.ui.pace import Pace


def pressed_at(*times):
    now = [0.0]
    pace = Pace(lambda: now[0])
    for at in times:
        now[0] = at
        pace.pressed()
    return pace, now


def test_nobody_presses_anything_at_first():
    pace, _ = pressed_at()
    assert not pace.is_fast
    assert pace.left(10) == 0


def test_one_key_is_not_fast_and_two_in_a_row_are():
    assert not pressed_at(1.0)[0].is_fast
    assert not pressed_at(1.0, 2.0)[0].is_fast
    assert pressed_at(1.0, 1.04)[0].is_fast


def test_keys_rest_after_a_while_without_any():
    pace, now = pressed_at(1.0, 1.04)
    assert pace.left(0.5) == pytest.approx(0.5)
    now[0] = 1.34
    assert pace.left(0.5) == pytest.approx(0.2)
    now[0] = 1.54
    assert pace.left(0.5) == 0
