"""Journey maps: the canvas, the palette beside it, and the journeys to choose from (E1, E2)."""

from cxstudio.ui.editors.journeys.page import JourneysPage

__all__ = ["JourneysPage"]
