"""KPIs as a tree, with target, owner, dated readings and their chart (B5)."""

from cxstudio.ui.editors.kpis.page import KpisPage

__all__ = ["KpisPage"]
