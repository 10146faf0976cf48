"""The register of gaps with their severity, where they sit, and their causes (F1)."""

from cxstudio.ui.editors.gaps.page import GapsPage

__all__ = ["GapsPage"]
