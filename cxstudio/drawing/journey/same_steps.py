"""The steps of a to-be beside those of its as-is: which of them are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.drawing.journey.map import Id, StepData


def matched_steps(as_is: Sequence[StepData], to_be: Sequence[StepData]) -> Mapping[Id, StepData]:
    """The to-be step that each as-is step has become.

    A to-be that was made from its as-is knows; the steps of one that was written or read on its
    own are matched by place where both maps have as many, else by name.
    """
    old = {step.id for step in as_is}
    known: dict[Id, StepData] = {}
    for step in to_be:
        if step.as_is in old and step.as_is is not None:
            known.setdefault(step.as_is, step)
    if not known and len(as_is) == len(to_be):
        return {before.id: after for before, after in zip(as_is, to_be, strict=True)}
    taken = {step.id for step in known.values()}
    names = {step.name: step for step in reversed(to_be) if step.id not in taken}
    rest = {step.id: step.name for step in as_is if step.id not in known}
    return known | {id: names.pop(name) for id, name in rest.items() if name in names}
