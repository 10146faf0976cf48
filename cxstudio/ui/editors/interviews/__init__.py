"""The page Interviews: guide, notes, excerpts, details, import."""

from cxstudio.ui.editors.interviews.page import InterviewsPage

__all__ = ["InterviewsPage"]
