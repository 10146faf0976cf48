"""Fixed words that are put together: dates and versions."""

from __future__ import annotations

from cxstudio import formats
from cxstudio.report.blocks import Meta
from cxstudio.report.docx.typesetting import Typesetting


def day(meta: Meta) -> str:
    """The report's date, "15 June 2026" or 「2026年6月15日」."""
    return formats.day(meta.date, meta.language)


def version(setting: Typesetting) -> str:
    """ "Version 1.0" or 「第1.0版」."""
    return setting.pgettext("report", "Version {version}").format(version=setting.meta.version)


def edition(setting: Typesetting) -> str:
    """The version with the readers it is meant for."""
    form = (
        setting.pgettext("report", "{version}, client edition")
        if setting.meta.audience == "client"
        else setting.pgettext("report", "{version}, internal edition")
    )
    return form.format(version=setting.meta.version)
