"""Fields, bookmarks and internal links."""

from __future__ import annotations

from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import escape, run, w


def bookmark_name(code: str) -> str:
    """The bookmark of a record: "E_012" for E-012."""
    return code.replace("-", "_")


def bookmark(name: str, content: str, setting: Typesetting) -> str:
    """The content with a bookmark around it."""
    number = setting.next("bookmark")
    return w("bookmarkStart", id=number, name=name) + content + w("bookmarkEnd", id=number)


def anchor(code: str, content: str, setting: Typesetting) -> str:
    """The content as the place that links to the code lead to; the first such place wins."""
    if not code or code in setting.anchored:
        return content
    setting.anchored.add(code)
    return bookmark(bookmark_name(code), content, setting)


def link(bookmark: str, content: str, tip: str = "") -> str:
    """The content as a link to a bookmark in the document."""
    return w("hyperlink", content, anchor=bookmark, tooltip=tip or None, history=1)


def simple(instruction: str, result: str, properties: str = "") -> str:
    """A field with its present result."""
    shown = run(result, properties)
    return w("fldSimple", shown, instr=f" {instruction} ")


def begin(instruction: str) -> str:
    """The opening of a field whose result spans paragraphs; ``end`` closes it."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return (
        w("r", w("fldChar", fldCharType="begin"))
        + w("r", code)
        + w("r", w("fldChar", fldCharType="separate"))
    )


def end() -> str:
    """The close of a field."""
    return w("r", w("fldChar", fldCharType="end"))
