"""Everything about one exercise, to be read calmly before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from hipstretch.core.concerns import Concern
from hipstretch.core.dose import Dose
from hipstretch.core.exercise import DoseFrom, Exercise, Source
from hipstretch.core.person import Person
from hipstretch.core.routine import Step
from hipstretch.ui import words
from hipstretch.ui.concern_words import reasons
from hipstretch.ui.dialogs.reading_dialog import ReadingDialog
from hipstretch.ui.dose_words import dose_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.figure_place import FigurePlace

_PICTURE, _RADIUS = 150, 20


class ExerciseDialog(ReadingDialog):
    """How an exercise is done, what to feel and to mind, how much of it, and where it is from.

    `others` are all exercises that there are, for the names of the easier and the harder one;
    `concern` is why this person should think about it.
    """

    def __init__(
        self,
        theme: Theme,
        step: Step,
        person: Person,
        others: Iterable[Exercise],
        parent_window: QWidget,
        concern: Concern | None = None,
    ) -> None:
        exercise = step.exercise
        where = words.position_word(exercise.position)
        text = f"{where} · {words.areas_phrase(exercise.areas)}"
        super().__init__(theme, exercise.name, text, parent_window)
        self._add_picture(exercise)
        if concern is not None:
            self.add_section(self.tr("To mind"), "\n".join(reasons(concern)))
        self.add_section(self.tr("In this routine"), step.note)
        self.add_section(self.tr("Also called"), ", ".join(exercise.also_called))
        self._add_instructions(exercise, person)
        self._add_cares(exercise)
        self._add_dose(step.full_dose, exercise)
        self._add_others(exercise, {other.id: other.name for other in others})

    def _add_picture(self, exercise: Exercise) -> None:
        """The place of the figure."""
        picture = FigurePlace(self._theme, radius=_RADIUS)
        picture.set_picture(exercise.picture())
        picture.setFixedHeight(self._theme.px(_PICTURE))
        self.add_widget(picture)

    def _add_instructions(self, exercise: Exercise, person: Person) -> None:
        """The four steps, for the side that the person begins with."""
        lines = exercise.instructions.on_side(person.first_side)
        steps = [lines.setup, lines.move, lines.hold, lines.release]
        self.add_steps(self.tr("How to do it"), [step for step in steps if step])
        self.add_section(self.tr("What you feel"), exercise.feel)

    def _add_cares(self, exercise: Exercise) -> None:
        """Mistakes, cautions and when to ask."""
        self.add_points(self.tr("What to avoid"), exercise.mistakes)
        self.add_points(self.tr("Take care"), exercise.cautions)
        self.add_section(self.tr("Ask first if you have"), _conditions(exercise.ask_first))
        things = words.equipment_phrase(exercise.equipment) if exercise.equipment else ""
        self.add_section(self.tr("What you need"), things)

    def _add_dose(self, dose: Dose, exercise: Exercise) -> None:
        """How much, and who says so."""
        text = dose_words(dose)
        if dose == exercise.dose:
            text = f"{text} {self._dose_from(exercise)}"
            self.add_section(self.tr("How much"), text)
            return
        self.add_section(self.tr("How much in this routine"), text)
        usual = f"{dose_words(exercise.dose)} {self._dose_from(exercise)}"
        self.add_section(self.tr("How much as a rule"), usual)

    def _dose_from(self, exercise: Exercise) -> str:
        """Whose choice the dose is."""
        if exercise.dose_from is DoseFrom.APP_DEFAULT:
            return self.tr("The amount is our choice, not the source's.")
        if exercise.dose_from is DoseFrom.SOURCE:
            return self.tr("The amount is the source's.")
        return ""

    def _add_others(self, exercise: Exercise, names: dict[str, str]) -> None:
        """The easier and the harder exercise, and the source."""
        self.add_section(self.tr("Easier"), names.get(exercise.easier, exercise.easier))
        self.add_section(self.tr("Harder"), names.get(exercise.harder, exercise.harder))
        if exercise.source is not None:
            self.add_section(self.tr("Source"), source_words(exercise.source))


def source_words(source: Source) -> str:
    """A source's title and, where it has one, its address."""
    return f"{source.title}\n{source.url}" if source.url else source.title


def _conditions(conditions: Sequence[str]) -> str:
    """The conditions as a phrase with a capital letter."""
    return words.capitalised(words.conditions_phrase(conditions))
