"""What an initiative is expected to change on KPIs, and what that is worth: a block an effect."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.analysis.business.reading import gain
from cxstudio.analysis.business.units import change_unit, one_of
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.model import Effect, Evidence, Kpi, Link
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding, bind
from cxstudio.ui.forms.code_links import CodeLinks
from cxstudio.ui.forms.fields import LineField, NumberField
from cxstudio.ui.forms.money_field import MOST, MoneyField
from cxstudio.ui.forms.source_field import SourceField
from cxstudio.ui.workspace import Workspace

ENDS = ("low", "likely", "high")


class EffectsList(QWidget):
    """The effects of one initiative; a plus offers the KPIs, those it is linked to first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.blocks: dict[int, EffectBlock] = {}
        title = widgets.SectionTitle(_("Effects on KPIs"))
        self.add = widgets.icon_button("plus", _("Add an effect on a KPI"), small=True)
        self.add.clicked.connect(self._offer)
        title.add_action(self.add)
        self._none = widgets.Label(
            _("What changes on a KPI, and its value in money: the business case adds it up."),
            "small",
            "text_3",
            wrap=True,
        )
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(title)
        column.addLayout(self._blocks)
        column.addWidget(self._none)

    def show_initiative(self, id: int | None) -> None:
        """Show the effects of this initiative, keeping the blocks that stay."""
        self.id = id
        self.add.setEnabled(id is not None and not self.workspace.read_only)
        mine = Effect.initiative_id == id
        effects = {one.id: one.kpi_id for one in self.workspace.file.all(Effect, mine)}
        for gone in set(self.blocks) - set(effects):
            block = self.blocks.pop(gone)
            block.hide()
            block.deleteLater()
        for effect, kpi in effects.items():
            if effect not in self.blocks:
                self.blocks[effect] = EffectBlock(self.workspace, effect)
                self._blocks.addWidget(self.blocks[effect])
            self.blocks[effect].show_kpi(kpi)
        self._none.setVisible(not effects)

    def _offer(self) -> None:
        menu = widgets.menu(self)
        linked = self._linked()
        kpis = sorted(self.workspace.file.all(Kpi), key=lambda kpi: kpi.id not in linked)
        for kpi in kpis:
            words = f"{kpi.code}  {kpi.label or _('Untitled')}"
            menu.addAction(words, partial(self.put, kpi.id))
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _linked(self) -> set[int]:
        if self.id is None:
            return set()
        ends = self.workspace.chain.supports(End("initiative", self.id))
        return {end.id for end, _link in ends if end.kind == "kpi"}

    def put(self, kpi: int) -> None:
        """A new effect, and the link to the KPI where it is missing, as one change."""
        if self.id is None:
            return
        linked = kpi in self._linked()
        with self.workspace.change(_("Add an effect on a KPI")) as change:
            made = change.add(
                Effect(initiative_id=self.id, kpi_id=kpi, position=len(self.blocks))
            ).id
            if not linked:
                ends = {"source_kind": "initiative", "source_id": self.id}
                change.add(Link(**ends, target_kind="kpi", target_id=kpi))
        if made in self.blocks:
            self.blocks[made].enter()


class EffectBlock(widgets.Panel):
    """One effect: three figures of change, three of worth, from when, and the source."""

    def __init__(self, workspace: Workspace, id: int) -> None:
        super().__init__("sunken", padding=12)
        self.workspace, self.id = workspace, id
        self._bindings: list[Binding] = []
        self.body.setSpacing(theme.px(8))
        self._name = widgets.Label("", "label", "text")
        self._way = widgets.Label("", "small", "text_3", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        off = widgets.icon_button("x", _("Remove this effect"), small=True)
        off.setEnabled(not workspace.read_only)
        off.clicked.connect(self.remove)
        head.addWidget(off)
        self.body.addLayout(head)
        self.body.addWidget(self._way)
        self._worse = widgets.Label(
            _("For the worse as it stands: is the sign right?"), "small", "warning", wrap=True
        )
        self.body.addWidget(self._worse)
        self._change = widgets.Label(_("Change"), "small", "text_2")
        self._worth = widgets.Label("", "small", "text_2")
        self.body.addLayout(self._figures())
        self.body.addLayout(self._rest())
        self._links = CodeLinks(workspace)
        self.body.addWidget(self._links)
        self.survey = widgets.link(_("Value from the survey…"), "message-square-quote")
        self.survey.clicked.connect(self.ask_survey)
        self.body.addWidget(self.survey, 0, Qt.AlignmentFlag.AlignLeft)
        self._fault = widgets.Label("", "small", "error", wrap=True)
        self._fault.hide()
        self.body.addWidget(self._fault)

    def ask_survey(self) -> None:
        """Take the worth over from a business result of the survey."""
        from cxstudio.ui.editors.plan.worth import WorthDialog

        WorthDialog(self.window(), self.workspace, self.id).exec()

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        heads = {"low": _("Low"), "likely": _("Likely"), "high": _("High")}
        for place, end in enumerate(ENDS):
            grid.addWidget(widgets.Label(heads[end], "small", "text_3"), 0, place)
            grid.setColumnStretch(place, 1)
        for row, (label, prefix) in enumerate(((self._change, ""), (self._worth, "worth_"))):
            grid.addWidget(label, 1 + 2 * row, 0, 1, 3)
            for place, end in enumerate(ENDS):
                named = _("Value a year") if prefix else _("Change")
                made = (
                    MoneyField(self.workspace, signed=True) if prefix else NumberField(-MOST, MOST)
                )
                field = self._field(made, f"{prefix}{end}", f"{named}, {heads[end]}")
                grid.addWidget(field, 2 + 2 * row, place)
        return grid

    def _rest(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        months = NumberField(0, 240, whole=True)
        months.setFixedWidth(theme.px(56))
        texts = (_("Full after (months)"), _("Source; none is an assumption"))
        for place, text in enumerate(texts):
            grid.addWidget(widgets.Label(text, "small", "text_2"), 0, place)
        source = SourceField(self.workspace, self._claim, _("Survey of April, E-009"))
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self._field(months, "months", texts[0]), 1, 0, left)
        grid.addWidget(self._field(source, "source", texts[1]), 1, 1)
        return grid

    def _field(
        self, field: NumberField | LineField, attribute: str, name: str
    ) -> NumberField | LineField:
        field.setAccessibleName(name)
        edit = _("Edit {field}").format(field=name)
        binding = bind(self.workspace, field, Effect, attribute, edit)
        binding.faulted.connect(self._show_fault)
        self._bindings.append(binding)
        return field

    def _claim(self) -> End | None:
        """The initiative, whose evidence is offered first."""
        effect = self.workspace.file.get(Effect, self.id)
        return End("initiative", effect.initiative_id) if effect else None

    def _show_fault(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def show_kpi(self, id: int) -> None:
        """The KPI's name with its way from baseline to target, and the values in the file."""
        kpi = self.workspace.file.get(Kpi, id)
        if kpi is None:
            return
        self._name.setText(f"{kpi.code}  {kpi.label or _('Untitled')}")
        self._way.setText(_way(kpi))
        currency = self.workspace.file.engagement.currency
        self._change.setText(_("Change ({unit})").format(unit=change_unit(kpi.unit, _)))
        value = _("Value a year of {one} for the better ({currency})")
        self._worth.setText(value.format(one=one_of(kpi.unit, _), currency=currency))
        self.survey.setVisible(_has_results(self.workspace))
        for binding in self._bindings:
            binding.show(self.id)
        effect = self.workspace.file.get(Effect, self.id)
        self._links.show_source(effect.source if effect else "")
        change = gain(effect, kpi).change if effect else None
        self._worse.setVisible(change is not None and change.likely < 0)

    def enter(self) -> None:
        """Put the keyboard into its first figure."""
        self.findChildren(NumberField)[0].setFocus()

    def remove(self) -> None:
        """Delete the effect; the link to the KPI stays."""
        with self.workspace.change(_("Remove an effect")) as change:
            change.delete(change.get(Effect, self.id))


def _has_results(workspace: Workspace) -> bool:
    """Whether a business result of a survey was kept as evidence."""
    if workspace.read_only:
        return False
    kept = Evidence.definition.contains('"kind": "result"')
    return bool(workspace.file.all(Evidence, kept))


def _way(kpi: Kpi) -> str:
    """Which way is better, and from where to where it is to go."""
    better = _("lower is better") if kpi.direction == "down" else _("higher is better")
    if kpi.baseline is None or kpi.target is None:
        return _("{better}; baseline or target missing").format(better=better)
    ends = (number(value, 0 if value == int(value) else 1) for value in (kpi.baseline, kpi.target))
    way = f"{' → '.join(ends)} {kpi.unit}".strip()
    return _("{way}, {better}").format(way=way, better=better)
