"""Fields of the gap form that know what else is in the engagement."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QListView

from cxstudio.i18n import _
from cxstudio.model import Gap, Journey, Stage, Step
from cxstudio.ui.forms.fields import ChoiceField, LineField
from cxstudio.ui.workspace import Workspace

_FLAGS = Qt.ItemDataRole.UserRole - 1  # where Qt keeps the flags of a choice
_NOT_CHOSEN = Qt.ItemFlag.NoItemFlags.value


class ClusterField(LineField):
    """A cluster's name, with those that are in use offered while typing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("From station to first sight"))
        self._workspace = workspace
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setPopup(QListView())
        completer.activated.connect(self._chosen)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        names = {gap.cluster for gap in self._workspace.file.all(Gap)} - {""}
        self._names.setStringList(sorted(names))

    def _chosen(self, _text: str) -> None:
        self.edited.emit()
        self.left.emit()


class StepField(ChoiceField):
    """A step of a journey; the steps stand under the names of their journeys."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__({}, _("No step"))
        self._workspace = workspace
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)  # hundreds of steps are not measured one by one
        self.reload()

    def reload(self) -> None:
        """Offer the steps there are now."""
        options: list[tuple[object, str]] = []
        heads: list[int] = []
        file = self._workspace.file
        stages: dict[int, list[Stage]] = {}
        for stage in file.all(Stage):
            stages.setdefault(stage.journey_id, []).append(stage)
        within: dict[int, list[Step]] = {}
        for step in file.all(Step):
            within.setdefault(step.stage_id, []).append(step)
        for journey in file.all(Journey):
            steps = [
                (step.id, step.name, stage.name)
                for stage in stages.get(journey.id, ())
                for step in within.get(stage.id, ())
            ]
            if not steps:
                continue
            heads.append(len(options) + 1)  # after "No step"
            options.append((("journey", journey.id), f"{journey.code}  {journey.label}"))
            options += [(id, f"{stage} › {name}") for id, name, stage in steps]
        self.set_options(options, _("No step"))
        for row in heads:
            self.setItemData(row, _NOT_CHOSEN, _FLAGS)
