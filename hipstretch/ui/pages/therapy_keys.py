"""The keys of the ice and heat page, and what each of them asks for.

Rules:

- A skin check is answered with F for fine and S for stop; S does nothing while none is asked, so
  that a chance key ends no treatment.
- The alarm is answered with Space, Enter or Escape: half asleep, any large key will do.
"""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.therapy_view import CardState
from hipstretch.ui.pages.therapy_actions import Action

_CHECK = {Qt.Key.Key_F: Action.FINE, Qt.Key.Key_S: Action.STOP}
_ALARM = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


def action_of(keys: QKeyCombination, state: CardState) -> Action | None:
    """What a key asks for in a state; None for a key without a meaning."""
    if keys.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if state is CardState.RINGING:
        return Action.ANSWER if keys.key() in _ALARM else None
    return _CHECK.get(keys.key()) if state is CardState.CHECKING else None
