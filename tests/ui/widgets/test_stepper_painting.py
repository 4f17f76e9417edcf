from __future__ import annotations

from PySide6.QtCore import QRectF

from hipstretch.ui.widgets.stepper_painting import field_rect, key_at, key_rect


def test_the_field_stands_in_the_middle_of_its_height() -> None:
    """5 px inside at the sides."""
    assert field_rect(QRectF(0, 0, 126, 75), 40) == QRectF(5, 18, 116, 40)


def test_the_keys_stand_at_the_ends_of_the_field() -> None:
    """The number is between them."""
    field = QRectF(5, 5, 116, 40)
    assert key_rect(field, 32, -1) == QRectF(5, 5, 32, 40)
    assert key_rect(field, 32, 1) == QRectF(89, 5, 32, 40)
    assert [key_at(field, 32, x, 20) for x in (2, 20, 60, 100, 124)] == [0, -1, 0, 1, 0]
