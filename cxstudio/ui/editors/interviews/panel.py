"""The panel below a marked paragraph: feeling, themes, and what is done with the excerpt."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence import doing
from cxstudio.ui.evidence.feeling_choice import FeelingChoice
from cxstudio.ui.evidence.feelings import FEELINGS
from cxstudio.ui.evidence.themes import ThemeChips
from cxstudio.ui.workspace import Workspace


class ExcerptPanel(widgets.Panel):
    """1, 2 and 3 set the feeling, T asks for a theme, Escape goes back to the words."""

    left = Signal()
    resized = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("plain", 12, parent)
        self.workspace = workspace
        self.id: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(_("Excerpt"))
        self._code = widgets.Label("", "code", "text_3")
        self._feeling = FeelingChoice()
        self._feeling.chosen.connect(self._set_feeling)
        self._themes = ThemeChips(workspace)
        self._insight = widgets.filled(_("Make an insight"), "lightbulb")
        self._link = widgets.outline("", "link-2")
        self._delete = widgets.icon_button("trash-2", _("Delete this excerpt"))
        self._lay_out()
        self._connect()
        self._shade()
        theme.changed.connect(self._shade)

    def _lay_out(self) -> None:
        self.body.setSpacing(theme.px(10))
        first = QHBoxLayout()
        first.setSpacing(theme.px(14))
        first.addWidget(self._code)
        first.addWidget(self._feeling)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(theme.px(8))
        second.addWidget(self._themes_label(), 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self._themes, 1)
        third = QHBoxLayout()
        third.setSpacing(theme.px(8))
        third.addWidget(self._insight)
        third.addWidget(self._link)
        third.addStretch(1)
        third.addWidget(self._delete)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(widgets.Hairline())
        self.body.addLayout(third)

    def _themes_label(self) -> widgets.Label:
        """Beside the first row of chips, also when there are more."""
        label = widgets.Label(_("Themes"), "small", "text_3")
        label.setContentsMargins(0, theme.px(6), 0, 0)
        return label

    def height_for(self, width: int) -> int:
        """How high the panel is at a width; its chips may take more than one row."""
        layout = self.layout()
        assert layout is not None
        return (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else self.sizeHint().height()
        )

    def _connect(self) -> None:
        self._insight.clicked.connect(self._make_insight)
        self._link.clicked.connect(self._link_to_nearest)
        self._delete.clicked.connect(self._delete_excerpt)

    def _shade(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(theme.px(16))
        shadow.setOffset(0, theme.px(4))
        share = 0.10 if theme.current() == "light" else 0.40
        shadow.setColor(QColor(20, 30, 28, round(255 * share)))
        self.setGraphicsEffect(shadow)

    # -- what it shows -------------------------------------------------------------

    def show_evidence(self, id: int) -> None:
        """The excerpt as it is in the file now."""
        evidence = self.workspace.file.get(Evidence, id)
        if evidence is None:
            return
        self.id = id
        self._code.setText(evidence.code)
        self._feeling.set_value(evidence.sentiment)
        self._themes.show_evidence(id)
        near = doing.nearest_insight(self.workspace, id)
        self._link.setVisible(near is not None)
        self._link.setProperty("insight", near.id if near else 0)
        if near is not None:
            self._link.setText(_("Link to {code}").format(code=near.code))
            self._link.setToolTip(near.statement)
        for button in (self._insight, self._link, self._delete, self._feeling):
            button.setEnabled(not self.workspace.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.resized.emit()
        return done

    # -- doing -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.workspace.read_only:
            super().keyPressEvent(event)
        elif event.text() in ("1", "2", "3"):
            self._set_feeling(FEELINGS[int(event.text()) - 1])
        elif key == Qt.Key.Key_T:
            self._themes.ask()
        elif key == Qt.Key.Key_Delete:
            self._delete_excerpt()
        else:
            super().keyPressEvent(event)

    def _set_feeling(self, sentiment: int) -> None:
        if self.id is not None:
            doing.set_feeling(self.workspace, self.id, sentiment)

    def _make_insight(self) -> None:
        if self.id is not None:
            doing.make_insight(self.workspace, [self.id])

    def _link_to_nearest(self) -> None:
        insight = int(self._link.property("insight") or 0)
        if self.id is not None and insight:
            self.workspace.link(End("evidence", self.id), End("insight", insight))

    def _delete_excerpt(self) -> None:
        if self.id is not None:
            doing.delete_evidence(self.workspace, [self.id])
            self.left.emit()
