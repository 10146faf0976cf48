"""The page Evidence and insights."""

from cxstudio.ui.editors.evidence.page import EvidencePage

__all__ = ["EvidencePage"]
