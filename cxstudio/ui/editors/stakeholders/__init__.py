"""Stakeholders: who has a say, who cares, and how they stand to it (B2)."""

from cxstudio.ui.editors.stakeholders.page import StakeholdersPage

__all__ = ["StakeholdersPage"]
