"""Two or three personas in columns, the same rows beside each other; to read, not to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Persona, Slider, Trait
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import Backing, ClaimMark, assumption_word
from cxstudio.ui.editors.personas.claims import backed_words
from cxstudio.ui.editors.personas.overlay import PersonaSign, SliderOverlay
from cxstudio.ui.editors.personas.portrait import photo_of
from cxstudio.ui.editors.personas.score import (
    ScoreLine,
    doubt,
    figure,
    overall_score,
    score_of,
    score_span,
)
from cxstudio.ui.editors.personas.traits import KINDS, title_of
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.workspace import Workspace

MOST = 3


class Comparison(widgets.ScrollColumn):
    """`opened` with the id of a persona whose name is pressed, `closed` on Back."""

    opened = Signal(int)
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(max_width=1200)
        self.workspace = workspace
        self.ids: list[int] = []
        self._shown: QWidget | None = None
        self._choice: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setContentsMargins(*(theme.px(m) for m in (32, 16, 32, 32)))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        back = widgets.quiet(_("Back to the card"), "arrow-left", small=True)
        back.clicked.connect(self.closed)
        head.addWidget(back)
        head.addWidget(widgets.Label(_("Side by side"), "section"))
        head.addStretch(1)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(6))
        head.addLayout(self._chips)
        self.body.addLayout(head)

    # -- which -------------------------------------------------------------------------

    def reload(self, first: int | None = None) -> None:
        """Show the chosen personas, at first three with `first` among them."""
        everyone = [persona.id for persona in self.workspace.file.all(Persona)]
        chosen = [id for id in self._choice if id in everyone]
        if len(chosen) < 2:
            chosen = everyone[:MOST]
            if first in everyone and first not in chosen:
                chosen[-1] = first
        self._choice = chosen
        self.ids = [id for id in everyone if id in chosen]
        self._show_chips(everyone)
        self._build(everyone)

    def _show_chips(self, everyone: Sequence[int]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if len(everyone) <= 2:
            return
        for id in everyone:
            persona = self.workspace.file.one(Persona, id)
            kind = "accent" if id in self.ids else "neutral"
            chip = widgets.Chip(persona.code, kind, clickable=True)  # type: ignore[arg-type]
            chip.setToolTip(persona.name)
            chip.clicked.connect(_Toggle(chip, id, self.toggle).go)
            self._chips.addWidget(chip)

    def toggle(self, id: int) -> None:
        """Take a persona in or out; two stay at least, the oldest makes room for a fourth."""
        if id in self._choice:
            if len(self._choice) > 2:
                self._choice.remove(id)
        else:
            self._choice = [*self._choice, id][-MOST:]
        self.reload()

    # -- the columns --------------------------------------------------------------------

    def _build(self, everyone: Sequence[int]) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        grid = QGridLayout(self._shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(12))
        personas = [self.workspace.file.one(Persona, id) for id in self.ids]
        for column, persona in enumerate(personas):
            grid.setColumnStretch(column, 1)
            place = everyone.index(persona.id)
            grid.addWidget(self._name(persona, place), 0, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._score(persona), 1, column, Qt.AlignmentFlag.AlignTop)
        row = 2
        for kind in ("fact", *KINDS):
            row = self._add_traits(grid, row, kind)
        self._add_sliders(grid, row)
        self.add(self._shown)

    def _name(self, persona: Persona, place: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        portrait = widgets.Avatar(place, 56)
        photo = photo_of(self.workspace, persona)
        portrait.set_picture(photo if not photo.isNull() else QPixmap())
        row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        code = QHBoxLayout()
        code.setSpacing(theme.px(6))
        code.addWidget(PersonaSign(len(self._drawn(persona))))
        code.addWidget(widgets.Label(persona.code, "code", "text_3"))
        code.addStretch(1)
        words.addLayout(code)
        name = _NameLink(persona.name or _("Untitled"))
        name.pressed.connect(_Toggle(name, persona.id, self.opened.emit).go)
        words.addWidget(name)
        words.addWidget(widgets.Label(self._share(persona), "small", "text_2", wrap=True))
        row.addLayout(words, 1)
        return holder

    def _drawn(self, persona: Persona) -> list[int]:
        return self.ids[: self.ids.index(persona.id)]

    def _share(self, persona: Persona) -> str:
        parts = []
        if persona.share is not None:
            parts.append(_("{percent} % of customers").format(percent=round(persona.share * 100)))
        if told := backed_words(self.workspace, persona):
            parts.append(told)
        return " · ".join(parts)

    def _score(self, persona: Persona) -> QWidget:
        score = score_of(persona)
        shown = score is not None and score.shown
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(widgets.Label(figure(score.value if score and shown else None), "title"))
        answers = f"n = {score.n:,}" if score and score.n is not None else ""
        words = "\n".join(p for p in (answers, doubt(score) if score and shown else "") if p)
        row.addWidget(widgets.Label(words, "small", "text_2"), 1)
        old = OutOfDate(self.workspace, holder)
        row.addWidget(old, 0, Qt.AlignmentFlag.AlignTop)
        old.show_end(End("persona", persona.id, "score"))
        column.addLayout(row)
        line = ScoreLine()
        line.show_score(score, overall_score(self.workspace), score_span(self.workspace))
        column.addWidget(line)
        return holder

    def _add_traits(self, grid: QGridLayout, row: int, kind: str) -> int:
        title = _("Facts") if kind == "fact" else title_of(kind)
        grid.addWidget(widgets.Hairline(), row, 0, 1, len(self.ids))
        grid.addWidget(widgets.Label(title, "section"), row + 1, 0, 1, len(self.ids))
        for column, id in enumerate(self.ids):
            lines = _Lines(self.workspace, id, kind)
            grid.addWidget(lines, row + 2, column, Qt.AlignmentFlag.AlignTop)
        return row + 3

    def _add_sliders(self, grid: QGridLayout, row: int) -> None:
        grid.addWidget(widgets.Hairline(), row, 0, 1, len(self.ids))
        title = widgets.Label(_("Character and behaviour"), "section")
        grid.addWidget(title, row + 1, 0, 1, len(self.ids))
        pairs: dict[tuple[str, str], dict[int, tuple[int, bool]]] = {}
        for place, id in enumerate(self.ids):
            for slider in self.workspace.file.all(Slider, Slider.persona_id == id):
                assumed = self.workspace.chain.strength(End("slider", slider.id)) == "none"
                places = pairs.setdefault((slider.left, slider.right), {})
                places[place] = (slider.value, assumed)
        for offset, ((left, right), places) in enumerate(pairs.items()):
            overlay = SliderOverlay(left, right, places)
            grid.addWidget(overlay, row + 2 + offset, 0, 1, len(self.ids))


class _Toggle(QWidget):
    """Calls with an id when its owner is pressed; lives as long as the owner."""

    def __init__(self, owner: QWidget, id: int, call: Callable[[int], object]) -> None:
        super().__init__(owner)
        self.hide()
        self._id, self._call = id, call

    def go(self) -> None:
        self._call(self._id)


class _NameLink(widgets.Label):
    """A name that opens its card."""

    pressed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, "record", wrap=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class _Lines(QWidget):
    """The traits of one kind of one persona, with mark and code."""

    def __init__(self, workspace: Workspace, persona: int, kind: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        found = workspace.file.all(Trait, Trait.persona_id == persona, Trait.trait_kind == kind)
        top = Qt.AlignmentFlag.AlignTop
        for trait in found:
            end = End("trait", trait.id)
            mark = ClaimMark(workspace, end)
            mark.refresh()
            backing = Backing(workspace)
            backing.show_end(end, False)
            text = f"{trait.name}: {trait.text}" if trait.name else trait.text
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(mark, 0, top)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(widgets.Label(text, "body", wrap=True))
            if mark.strength() == "none":
                words.addWidget(widgets.Label(assumption_word(), "small", "error"))
            row.addLayout(words, 1)
            row.addWidget(backing, 0, top)
            column.addLayout(row)
        if not found:
            column.addWidget(widgets.Label(_("Nothing written"), "small", "text_3"))
