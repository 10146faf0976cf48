"""Character and behaviour between two words, with the spread of the answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Slider
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import ClaimMark
from cxstudio.ui.editors.personas.calm import CalmLine
from cxstudio.ui.editors.personas.part import GUTTER, Part
from cxstudio.ui.editors.personas.parts import PartList
from cxstudio.ui.editors.personas.popover import Popover
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.widgets.slider_between import pale_accent
from cxstudio.ui.workspace import Workspace

WORD = 104  # the least width of a word


class SliderRow(Part):
    """Word, track, word, mark. The band of the answers is set from the menu of the handle."""

    def __init__(self, parts: PartList, id: int) -> None:
        super().__init__(parts, id)
        self.left = CalmLine(_("one word"))
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.right = CalmLine(_("its opposite"))
        self.track = widgets.SpreadTrack()
        self.mark = ClaimMark(self.workspace, self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.handle)
        row.setSpacing(theme.px(10))
        row.addWidget(self.left, 4)
        row.addWidget(self.track, 5)
        row.addWidget(self.right, 4)
        row.addWidget(self.mark)
        self.bind(self.left, "left", _("Word at the left"))
        self.bind(self.right, "right", _("Word at the right"))
        self.left.entered.connect(self.right.setFocus)
        self.track.setEnabled(not self.workspace.read_only)
        self.track.settled.connect(self.write)
        self.watch(self.track)

    def first_field(self) -> QWidget:
        return self.track if self.left.text() and self.right.text() else self.left

    def write(self, value: int) -> None:
        """Keep where the knob was put."""
        slider = self.workspace.file.get(Slider, self.end.id)
        if slider is not None and slider.value != value:
            with self.workspace.change(_("Move a slider"), ("slider", self.end.id)) as change:
                change.get(Slider, self.end.id).value = value

    def refresh(self) -> None:
        slider = self.workspace.file.get(Slider, self.end.id)
        if slider is None:
            return
        self.mark.refresh()
        self.track.set_value(slider.value)
        self.track.set_assumed(self.mark.strength() == "none")
        self.track.set_spread(spread_of(slider))
        name = f"{slider.left} – {slider.right}"
        self.track.setAccessibleName(name)

    def add_to_menu(self, menu: QMenu) -> None:
        menu.addAction(_("Spread of the answers…"), self.edit_spread)
        menu.addSeparator()

    def edit_spread(self) -> None:
        """Type the ends of the band, 0 to 100."""
        title = _("Spread of the answers")
        popover = Popover(self.workspace, Slider, self.end.id, title, self)
        popover.add("low", _("From (0 to 100)"), NumberField(0, 100, whole=True))
        popover.add("high", _("To (0 to 100)"), NumberField(0, 100, whole=True))
        popover.open_below(self.track)


def spread_of(slider: Slider) -> tuple[int, int] | None:
    """The band of the answers, or None when an end is not known."""
    if slider.low is None or slider.high is None:
        return None
    return min(slider.low, slider.high), max(slider.low, slider.high)


class SliderList(PartList):
    """Sliders under each other."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Slider, SliderRow)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.gap, self.left = theme.px(12), theme.px(GUTTER)
        self._column.setSpacing(self.gap)

    def lay_out(self) -> None:
        for place, part in enumerate(self.parts.values()):
            if self._column.indexOf(part) != place:
                self._column.removeWidget(part)
                self._column.insertWidget(place, part)


class _Band(QWidget):
    """The sample of the band in the legend."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(24), theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale_accent())
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)


class SliderPanel(widgets.Panel):
    """The sliders under their heading, with the legend of the band."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=0)
        self.list = SliderList(workspace)
        self.new = widgets.icon_button("plus", _("Add a pair of words"), small=True)
        self.new.clicked.connect(self.add_slider)
        self.new.setEnabled(not workspace.read_only)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        head.setSpacing(theme.px(8))
        head.addWidget(widgets.Label(_("Character and behaviour"), "section"))
        head.addStretch(1)
        head.addWidget(_Band())
        head.addWidget(widgets.Label(_("spread of the answers"), "small", "text_2"))
        head.addWidget(self.new)
        self._none = widgets.Label(
            _("Where they stand between two words, such as price and experience."),
            "body",
            "text_3",
            wrap=True,
        )
        self._none.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        self.body.setContentsMargins(0, theme.px(12), theme.px(16), theme.px(16))
        self.body.setSpacing(theme.px(10))
        self.body.addLayout(head)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.list.count_changed.connect(self._on_count)

    def add_slider(self) -> None:
        self.list.focus_part(self.list.add(_("Add a pair of words")))

    def _on_count(self, count: int) -> None:
        self._none.setVisible(not count)
