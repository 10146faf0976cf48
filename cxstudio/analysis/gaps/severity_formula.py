"""The formula of severity as people read it, with the engagement's own weights."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.analysis.gaps.severity import Weights
from cxstudio.i18n import N_

RAISED = str.maketrans("0123456789.", "⁰¹²³⁴⁵⁶⁷⁸⁹·")


def formula(weights: Weights, gettext: Callable[[str], str]) -> str:
    """What stands right of "Severity =": "importance × (target − now) × reach" by default.

    With weights of one's own each factor is a share of its largest value, raised to its weight,
    and the whole runs from 0 to 50 as before; a factor of weight 0 is left out.
    """
    if weights.equal:
        return gettext(N_("importance × (target − now) × reach"))
    factors = (
        (gettext(N_("(importance ÷ 5)")), weights.importance),
        (gettext(N_("((target − now) ÷ 10)")), weights.distance),
        (gettext(N_("reach")), weights.reach),
    )
    return " × ".join(("50", *(name + _power(power) for name, power in factors if power)))


def in_figures(
    importance: float, current: float, target: float, reach: float, weights: Weights
) -> str:
    """The same with a gap's own figures: "5.0 × (5.0 − 1.5) × 0.88"."""
    distance = f"({target:.1f} − {current:.1f})" if target > current else "0"
    if weights.equal:
        return f"{importance:.1f} × {distance} × {reach:.2f}"
    factors = (
        (f"({importance:.1f} ÷ 5)", weights.importance),
        (f"({distance} ÷ 10)", weights.distance),
        (f"{reach:.2f}", weights.reach),
    )
    return " × ".join(("50", *(shown + _power(power) for shown, power in factors if power)))


def _power(power: float) -> str:
    return "" if power == 1 else f"{power:g}".translate(RAISED)
