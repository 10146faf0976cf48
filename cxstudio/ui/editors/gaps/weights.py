"""How much importance, distance and reach count in this engagement, with the formula in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.analysis.gaps.severity import MOST_WEIGHT, Weights
from cxstudio.analysis.gaps.severity_formula import formula
from cxstudio.i18n import _
from cxstudio.model import Engagement
from cxstudio.ui import theme, widgets
from cxstudio.ui.widgets.popover import Popover
from cxstudio.ui.workspace import Workspace

STEP = 0.5


def weights_of(workspace: Workspace) -> Weights:
    """The engagement's weights as they are now."""
    return Weights.of(workspace.file.get(Engagement, 1))


class WeightsPopover(Popover):
    """Three weights, 0 to 3; each change is written at once and can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Weights of the severity"), parent)
        self.workspace = workspace
        self.fields: dict[str, widgets.Decimal] = {}
        self.column.addWidget(widgets.Label(_("Weights of the severity"), "section"))
        self._formula = widgets.Label("", "label", "text", wrap=True)
        self.column.addWidget(self._formula)
        for name, title in (
            ("importance_weight", _("Importance")),
            ("distance_weight", _("Distance to the target")),
            ("reach_weight", _("Reach")),
        ):
            self._add(name, title)
        words = _(
            "1 counts a factor as it is, 2 makes large values weigh more, 0 leaves it out. The "
            "scale stays 0 to 50. It is this engagement’s own; the report prints the formula."
        )
        self.column.addWidget(widgets.Label(words, "small", "text_3", wrap=True))
        self.equal = widgets.quiet(_("All as they are"), small=True)
        self.equal.clicked.connect(self._set_equal)
        self.column.addWidget(self.equal)
        self.show_weights()

    def _add(self, name: str, title: str) -> None:
        field = widgets.Decimal()
        field.setRange(0.0, MOST_WEIGHT)
        field.setSingleStep(STEP)
        field.setDecimals(1)
        field.setAccessibleName(title)
        field.setEnabled(not self.workspace.read_only)
        field.valueChanged.connect(self._write)
        line = QHBoxLayout()
        label = widgets.Label(title, "label", "text_2")
        label.setBuddy(field)
        line.addWidget(label, 1)
        field.setFixedWidth(theme.px(88))
        line.addWidget(field)
        self.column.addLayout(line)
        self.fields[name] = field

    def show_weights(self) -> None:
        """Show what is in the file."""
        weights = weights_of(self.workspace)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.setValue(getattr(weights, name.removesuffix("_weight")))
            field.blockSignals(False)
        self._formula.setText(_("Severity = {formula}").format(formula=formula(weights, _)))
        self._fit()
        self.equal.setEnabled(not weights.equal and not self.workspace.read_only)

    def _fit(self) -> None:
        """As high as the formula needs now."""
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))

    def _write(self, _value: float) -> None:
        values = {name: field.value() for name, field in self.fields.items()}
        with self.workspace.change(_("Weigh the severity"), ("weights", 1)) as change:
            engagement = change.get(Engagement, 1)
            for name, value in values.items():
                setattr(engagement, name, value)
        self.show_weights()

    def _set_equal(self) -> None:
        for field in self.fields.values():
            field.blockSignals(True)
            field.setValue(1.0)
            field.blockSignals(False)
        self._write(1.0)
