"""The parts that say how the document behaves and what it says of itself."""

from __future__ import annotations

from cxstudio.report.blocks import Meta
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.words import edition
from cxstudio.report.docx.xml import DECLARATION, escape, root, w

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_WORD = "http://schemas.microsoft.com/office/word"
_SPACING = {True: "compressPunctuation", False: "doNotCompress"}
_FLAGS = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)


def of_today() -> str:
    """The rules of setting lines and pages that Word has had since 2013."""
    return w(
        "compat",
        w("compatSetting", name="compatibilityMode", uri=_WORD, val=15),
        *(w("compatSetting", name=name, uri=_WORD, val=1) for name in _FLAGS),
    )


def settings_part(setting: Typesetting) -> str:
    """The whole part. Fields are not updated on opening: Word would ask every reader."""
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val=_SPACING[setting.japanese]),
        of_today(),
        w("themeFontLang", val="en-US" if setting.japanese else "en-GB", eastAsia="ja-JP"),
        w(
            "clrSchemeMapping", bg1="light1", t1="dark1", bg2="light2", t2="dark2",
            accent1="accent1", accent2="accent2", accent3="accent3", accent4="accent4",
            accent5="accent5", accent6="accent6", hyperlink="hyperlink",
            followedHyperlink="followedHyperlink",
        ),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )  # fmt: skip


def core_properties(setting: Typesetting) -> str:
    """Title, author, subject, keywords, language, and the report's own date as the only time."""
    meta = setting.meta
    moment = f"{meta.date.isoformat()}T00:00:00Z"
    stamp = 'xsi:type="dcterms:W3CDTF"'
    author = escape(meta.author or meta.firm)
    fields = (
        f"<dc:title>{escape(meta.title.replace(chr(10), ' '))}</dc:title>"
        f"<dc:subject>{escape(meta.subject or meta.subtitle.replace(chr(10), ' '))}</dc:subject>"
        f"<dc:creator>{author}</dc:creator>"
        f"<cp:keywords>{escape(', '.join(meta.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {stamp}>{moment}</dcterms:created>"
        f"<dcterms:modified {stamp}>{moment}</dcterms:modified>"
        f"<cp:category>{escape(meta.client)}</cp:category>"
        f"<cp:contentStatus>{escape(edition(setting))}</cp:contentStatus>"
        f"<dc:language>{'ja-JP' if setting.japanese else 'en-GB'}</dc:language>"
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{fields}</cp:coreProperties>'
    )


def extended_properties(meta: Meta) -> str:
    """The program and the firm."""
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>CX Studio</Application>'
        f"<Company>{escape(meta.firm)}</Company></Properties>"
    )
