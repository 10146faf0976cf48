"""Holds reports in Word against the pages that LibreOffice makes of them.

python packaging/printed.py REPORT.docx …

Says which rows of a table no page shows, and which page numbers of the contents are not those of
the pages. Ends with 1 when there are any.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = re.compile("[\\s\u00ad\u200b]")
_BEGINS = re.compile("[!-~–−●○¥%]{1,12}|..?")
"""A Latin word or figure, or two Japanese letters."""
_DOTS = "...."


def pdf_of(report: Path, folder: Path) -> Path:
    """The report as LibreOffice prints it into the folder."""
    profile = (folder / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", folder, report], check=True, capture_output=True)
    return folder / f"{report.stem}.pdf"


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, line by line as it stands there."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
    return text.stdout.decode().split("\f")[:-1]


def lost_rows(report: Path, pages: list[str]) -> list[str]:
    """The rows of tables with heads for which the pages have no line that begins all their cells:
    LibreOffice lets a table run over the foot of a page when it cannot keep rows together."""
    lines = [_UNSEEN.sub("", line) for page in pages for line in page.splitlines()]
    rows = list(_rows(_document(report)))
    wanted = Counter(begin for begin, _row in rows)
    shown = {
        begin: sum(bool(re.search(".*".join(map(re.escape, begin)), line)) for line in lines)
        for begin in wanted
    }
    return [row for begin, row in rows if shown[begin] < wanted[begin]]


def wrong_pages(report: Path, pages: list[str]) -> list[str]:
    """The sections that the contents has on another page than they stand on."""
    wrong = []
    page = 3
    for number, label, named in _contents(_document(report)):
        heading = re.compile(rf"(?:{re.escape(number)}[.．]?)?{re.escape(_UNSEEN.sub('', label))}")
        begins = (n for n in range(page, len(pages) + 1) if _has_line(pages[n - 1], heading))
        real = next(begins, 0)
        page = real or page
        if real != named:
            wrong.append(f"{number} {label}: {named} in the contents, on page {real or 'none'}")
    return wrong


def _has_line(page: str, heading: re.Pattern[str]) -> bool:
    lines = [_UNSEEN.sub("", line) for line in page.splitlines()]
    return _DOTS not in page and any(heading.fullmatch(line) for line in lines)


def _document(report: Path) -> etree._Element:
    with zipfile.ZipFile(report) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _rows(document: etree._Element) -> Iterator[tuple[tuple[str, ...], str]]:
    """How the cells of each row begin that hang from their top, and the whole row."""
    for table in document.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            continue
        for row in rows[1:]:
            cells = [cell for cell in row.findall(f"{W}tc") if not _is_centred(cell)]
            words = [_text(cell).split() for cell in cells]
            begin = tuple(_begin(first[0]) for first in words if first)
            if begin:
                yield begin, " | ".join(" ".join(cell) for cell in words)


def _begin(word: str) -> str:
    found = _BEGINS.match(word)
    return found[0] if found else word


def _is_centred(cell: etree._Element) -> bool:
    return cell.find(f"{W}tcPr/{W}vAlign[@{W}val='center']") is not None


def _text(element: etree._Element) -> str:
    """The words; the paragraphs and lines of a cell are parted by spaces."""
    parts = {f"{W}noBreakHyphen": "-", f"{W}br": " ", f"{W}tab": " ", f"{W}p": " "}
    nodes = element.iter(f"{W}t", *parts)
    return "".join(parts.get(x.tag, x.text or "") for x in nodes).replace("\u200b", "")


def _contents(document: etree._Element) -> Iterator[tuple[str, str, int]]:
    """Number, label and page of each section that the contents names."""
    for link in document.iter(f"{W}hyperlink"):
        if re.fullmatch(r"_Toc\d{8}", link.get(f"{W}anchor") or ""):
            number, label, *_between, page = [node.text or "" for node in link.iter(f"{W}t")]
            yield number, label, int(page)


def main(reports: list[Path]) -> int:
    """Converts each report and says what is wrong with its pages; the status to end with."""
    status = 0
    for report in reports:
        with tempfile.TemporaryDirectory() as folder:
            pages = pages_of(pdf_of(report, Path(folder)))
        wrong = wrong_pages(report, pages)
        wrong += [f"No page shows the row: {row}" for row in lost_rows(report, pages)]
        print(f"{report.name}: {len(pages)} pages, {len(wrong) or 'nothing'} wrong")
        for one in wrong:
            print(f"  {one}")
        status = status or bool(wrong)
    return int(status)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("reports", nargs="+", type=Path, metavar="REPORT.docx")
    sys.exit(main(asked.parse_args().reports))
