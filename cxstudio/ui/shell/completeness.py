"""How the rail's groups sum up the phases of the method."""

from __future__ import annotations

GROUP_PHASES = {
    "discover": ("discover",),
    "customers": ("map", "diagnose"),
    "journeys": ("map",),
    "improve": ("diagnose", "design"),
    "deliver": ("deliver",),
}


def shares(phases: dict[str, float]) -> dict[str, float]:
    """Each group of the rail with how complete it is, 0 to 1, from that of the phases."""
    return {
        group: sum(phases[key] for key in keys) / len(keys) for group, keys in GROUP_PHASES.items()
    }
