"""Touchpoints: where customer and company meet, today and as it should be (D1)."""

from cxstudio.ui.editors.touchpoints.page import TouchpointsPage

__all__ = ["TouchpointsPage"]
