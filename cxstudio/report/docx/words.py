"""Fixed words that are put together: dates and versions."""

from __future__ import annotations

from cxstudio.report.blocks import Meta
from cxstudio.report.docx.typesetting import Typesetting

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day(meta: Meta) -> str:
    """The report's date, "15 June 2026" or 「2026年6月15日」."""
    date = meta.date
    if meta.language == "ja":
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


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
