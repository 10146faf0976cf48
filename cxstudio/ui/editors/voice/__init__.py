"""The voice of the customer: a wave of the survey read as score, trend, drivers and comments."""

from cxstudio.ui.editors.voice.page import VoicePage

__all__ = ["VoicePage"]
