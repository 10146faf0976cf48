"""The engagement: client, scope, team, dates, and what the report is made with (A1)."""

from cxstudio.ui.editors.engagement.page import EngagementPage

__all__ = ["EngagementPage"]
