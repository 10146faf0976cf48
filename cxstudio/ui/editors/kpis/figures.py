"""What a KPI says at a glance: its latest value, and how far the way to the target is gone."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio import formats, i18n
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _
from cxstudio.model import Kpi
from cxstudio.ui import theme


@dataclass(frozen=True)
class Standing:
    """Texts with their unit, empty when there is no value; `share` of the way, 0 to 1, or None."""

    latest: str
    target: str
    share: float | None


def standing(kpi: Kpi) -> Standing:
    """Where the measure stands now against its target."""
    latest = kpi.readings[-1].value if kpi.readings else None
    return Standing(
        shown(latest, kpi.unit),
        shown(kpi.target, kpi.unit),
        share_of_way(kpi.baseline, kpi.target, latest),
    )


def shown(value: float | None, unit: str = "") -> str:
    """A value as charts write it; empty when there is none."""
    return "" if value is None else number(value, unit, theme.language())


def share_of_way(
    baseline: float | None, target: float | None, latest: float | None
) -> float | None:
    """(latest − baseline) / (target − baseline), kept within 0 and 1, in either direction."""
    if baseline is None or target is None or latest is None or baseline == target:
        return None
    return min(max((latest - baseline) / (target - baseline), 0.0), 1.0)


def sentence(kpi: Kpi) -> str:
    """The line under the name: latest value with its day, target with its day, share."""
    at = standing(kpi)
    parts = []
    if at.latest:
        day = formats.cell_day(kpi.readings[-1].read_on, i18n.language())
        parts.append(_("{value} on {day}").format(value=at.latest, day=day))
    if at.target and kpi.target_on:
        day = formats.cell_day(kpi.target_on, i18n.language())
        parts.append(_("target {value} by {day}").format(value=at.target, day=day))
    elif at.target:
        parts.append(_("target {value}").format(value=at.target))
    if missing := left(kpi):
        parts.append(missing)
    if at.share is not None:
        parts.append(_("{percent} % of the way").format(percent=round(at.share * 100)))
    return " · ".join(parts) or _("no reading and no target yet")


def left(kpi: Kpi) -> str:
    """How far the newest reading is from the target, of scores and shares in points; empty when it
    is met or not known."""
    latest = kpi.readings[-1].value if kpi.readings else None
    if latest is None or kpi.target is None:
        return ""
    far = kpi.target - latest if kpi.direction == "up" else latest - kpi.target
    if far <= 0:
        return ""
    if kpi.unit and kpi.unit not in ("%", "％"):
        return _("{distance} to go").format(distance=shown(round(far, 1), kpi.unit))
    return _("{amount} points to go").format(amount=formats.entered(round(far, 1)))
