"""Departments: who meets the customer, and who shapes the experience unseen (B1)."""

from cxstudio.ui.editors.organisation.page import OrganisationPage

__all__ = ["OrganisationPage"]
