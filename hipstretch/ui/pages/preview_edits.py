"""What a change in a row makes of a draft."""

from __future__ import annotations

from hipstretch.core.draft import Draft
from hipstretch.core.person import Person
from hipstretch.ui.widgets.editor_row import Change, RowEdit


def edited(draft: Draft, edit: RowEdit, person: Person) -> Draft:
    """The draft with a row's change."""
    if isinstance(edit.value, frozenset):
        return draft.with_sides(edit.index, edit.value, person)
    if edit.change is Change.LENGTH:
        return draft.with_length(edit.index, edit.value)
    if edit.change is Change.REPS:
        return draft.with_reps(edit.index, edit.value)
    return draft.toggled(edit.index)
