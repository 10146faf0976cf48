"""Personas: typical customers on one page each, drawn from evidence (C7)."""

from cxstudio.ui.editors.personas.page import PersonasPage

__all__ = ["PersonasPage"]
