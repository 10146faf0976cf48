"""Where the chain breaks off: what a record of each kind should have before and behind it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from cxstudio.model.chain import Strength

Fault = Literal[
    "unused",
    "leads_nowhere",
    "without_gap",
    "without_initiative",
    "without_kpi",
    "without_evidence",
]
FAULTS: dict[str, tuple[Fault, ...]] = {
    "evidence": ("unused",),
    "insight": ("leads_nowhere", "without_evidence"),
    "card": ("without_gap", "without_evidence"),
    "gap": ("without_initiative", "without_evidence"),
    "initiative": ("without_kpi", "without_gap", "without_evidence"),
    "kpi": ("without_initiative",),
    "report_section": ("without_evidence",),
}
"""The faults that a record of each kind can have; other kinds have none."""


def loose_ends(
    kind: str, behind: Collection[str], onward: Collection[str], strength: Strength
) -> tuple[Fault, ...]:
    """The faults of one record, of which the kinds of records are known that it rests on
    (`behind`) and that rest on it (`onward`), in the order of `FAULTS`."""
    true: dict[Fault, bool] = {
        "unused": not onward,
        "leads_nowhere": not onward,
        "without_gap": "gap" not in (behind if kind == "initiative" else onward),
        "without_initiative": "initiative" not in (behind if kind == "kpi" else onward),
        "without_kpi": "kpi" not in onward,
        "without_evidence": strength == "none",
    }
    return tuple(fault for fault in FAULTS.get(kind, ()) if true[fault])
