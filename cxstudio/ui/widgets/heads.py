"""The head of a page and the title of a section."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.ui import theme
from cxstudio.ui.widgets.label import Label
from cxstudio.ui.widgets.segmented import Segmented
from cxstudio.ui.widgets.surfaces import Ground, Hairline

_ALONE, _WITH_SUBTITLE = 64, 72
_MARGIN = 24
_READ = 240  # pixels of a title that tell what it is


class PageHead(QWidget):
    """Code, title, chips and subtitle on the left, actions on the right; 64 or 72 px high.

    Where the title would be cut, the chips go to the second line; where that is not enough,
    choices that have icons keep these alone.
    """

    def __init__(
        self, title: str = "", code: str = "", subtitle: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._code = Label(code, "code", "text_3")
        self._code.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._title = Label(title, "record")
        self._count = Label("", "body", "text_3")
        self._subtitle = Label(subtitle, "small", "text_3")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._below = False
        self._lay_out()
        self._refresh()
        theme.changed.connect(self._refresh)

    def _lay_out(self) -> None:
        for line in (self._first, self._second):
            line.setSpacing(8)
        for part in (self._code, self._title, self._count):
            self._first.addWidget(part)
        self._first.addLayout(self._chips)
        self._first.addStretch(1)
        self._second.addWidget(self._subtitle)
        self._second.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addLayout(self._first)
        words.addLayout(self._second)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(Hairline())

    def _refresh(self) -> None:
        subtitle = bool(self._subtitle.text())
        self._subtitle.setVisible(subtitle)
        self._code.setVisible(bool(self._code.text()))
        second = subtitle or (self._below and bool(self._chips.count()))
        self.setFixedHeight(theme.px(_WITH_SUBTITLE if second else _ALONE))

    # -- room --------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As narrow as the head can be made, whatever it shows now."""
        title = self._title.minimumSizeHint().width()
        chips = self._chips.minimumSize().width() + self._subtitle.minimumSizeHint().width()
        first = self._words(title, chips=False)
        narrow = 2 * _MARGIN + 16 + max(first, chips + 8) + self._tools_at_least()
        return QSize(narrow, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN
        title = min(self._title.sizeHint().width(), theme.px(_READ))
        below = bool(self._chips.count()) and self._needed(title, True, False) > room
        folded = self._needed(title, not below, False) > room
        for choice in self._choices():
            choice.fold(folded)
        if below != self._below:
            self._below = below
            before, after = self._first, self._second
            if not below:
                before, after = after, before
            before.removeItem(self._chips)
            after.insertLayout(after.count() - 1, self._chips)
            self._refresh()

    def _needed(self, title: int, chips: bool, folded: bool) -> int:
        """The pixels of the first line and the actions with a title of so many."""
        return self._words(title, chips) + 16 + self._tools(folded)

    def _words(self, title: int, chips: bool) -> int:
        shown = (part for part in (self._code, self._count) if not part.isHidden())
        parts = [part.sizeHint().width() for part in shown]
        parts += [title, *([self._chips.sizeHint().width()] if chips else [])]
        return sum(parts) + 8 * (len(parts) - 1)

    def _tools(self, folded: bool) -> int:
        saved = sum(c.sizeHint().width() - c.width_of(folded) for c in self._choices())
        return self._actions.sizeHint().width() - saved

    def _tools_at_least(self) -> int:
        saved = sum(c.minimumSizeHint().width() - c.width_of(True) for c in self._choices())
        return self._actions.minimumSize().width() - saved

    def _choices(self) -> list[Segmented]:
        """Those among the actions; each is a child of the head itself."""
        choices = self.findChildren(Segmented, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [choice for choice in choices if not choice.isHidden()]

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_count(self, text: str) -> None:
        """A quiet figure behind the title, such as the number of records; empty for none."""
        self._count.setText(text)

    def set_code(self, code: str) -> None:
        """Another code, empty for none."""
        self._code.setText(code)
        self._refresh()

    def set_subtitle(self, text: str) -> None:
        """Another second line, empty for none."""
        self._subtitle.setText(text)
        self._refresh()

    def add_chip(self, chip: QWidget) -> None:
        """A chip behind the title."""
        self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def clear_chips(self) -> None:
        """Takes the chips away."""
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_action(self, widget: QWidget) -> None:
        """A button or control at the right edge."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class ListHead(Ground):
    """The head of the list column: title, then small actions and the one filled button."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._title = Label(title, "section")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._row, 1)
        whole.addWidget(Hairline())
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFixedHeight(theme.px(56))

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)

    def add_action(self, widget: QWidget) -> None:
        """A button at the right edge."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class SectionTitle(QWidget):
    """The title of a section, a quiet remark behind it, actions at the right."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(text, "section")
        self._hint = Label(hint, "small", "text_3")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._text)
        self._row.addWidget(self._hint, 1)

    def set_text(self, text: str) -> None:
        """Another title."""
        self._text.setText(text)

    def set_hint(self, text: str) -> None:
        """Another remark."""
        self._hint.setText(text)

    def add_action(self, widget: QWidget) -> None:
        """A button at the right edge."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
