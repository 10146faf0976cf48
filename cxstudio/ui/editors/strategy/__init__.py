"""Vision, mission, values and objectives of the client, as cards to read and write (B4)."""

from cxstudio.ui.editors.strategy.page import StrategyPage

__all__ = ["StrategyPage"]
