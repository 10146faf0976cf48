"""The way that was walked through the graph, back and forward."""

from __future__ import annotations

from cxstudio.model.chain import End

LONGEST = 200


class Walked:
    """Where one was, and what one came back from."""

    def __init__(self) -> None:
        self._back: list[End] = []
        self._forward: list[End] = []
        self.here: End | None = None

    def go(self, end: End | None) -> None:
        """Be somewhere else from now on."""
        if end == self.here:
            return
        if self.here is not None:
            self._back = [*self._back[1 - LONGEST :], self.here]
        self._forward = []
        self.here = end

    def back(self) -> End | None:
        """Where one was before; None at the beginning."""
        return self._step(self._back, self._forward)

    def forward(self) -> End | None:
        """Where one came back from; None when one did not."""
        return self._step(self._forward, self._back)

    @property
    def can_back(self) -> bool:
        return bool(self._back)

    @property
    def can_forward(self) -> bool:
        return bool(self._forward)

    def _step(self, taken: list[End], left: list[End]) -> End | None:
        if not taken:
            return None
        if self.here is not None:
            left.append(self.here)
        self.here = taken.pop()
        return self.here
