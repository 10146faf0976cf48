"""LibreOffice opens the demonstration and sets the pages that were meant."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from cxstudio import resources

pytestmark = pytest.mark.libreoffice

# The program's own fonts for those of the report, so that pages break alike on every machine.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Aptos</string></test>
<edit name="family" mode="assign" binding="same"><string>Inter</string></edit></match>
<match target="pattern"><test name="family"><string>Yu Gothic</string></test>
<edit name="family" mode="assign" binding="same"><string>Noto Sans CJK JP</string></edit></match>
</fontconfig>"""


@pytest.fixture(scope="module")
def pages(document, tmp_path_factory):
    """The text of each page of the PDF that LibreOffice makes."""
    folder = tmp_path_factory.mktemp("pdf")
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=resources.path("fonts"), cache=folder / "cache"))
    profile = (folder / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*convert, "--outdir", str(folder), str(document)],
        check=True,
        capture_output=True,
        timeout=110,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )
    pdf = folder / f"{document.stem}.pdf"
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    return text.stdout.decode().split("\f")[:-1]


def test_pages_and_headings(pages, report):
    sections = [part for part in report.parts if hasattr(part, "label")]
    assert len(pages) == len(report.parts)
    for page, section in zip(pages[1:], sections, strict=True):
        assert section.label in page


def test_pages_are_numbered_after_the_cover(pages):
    for number, page in enumerate(pages[1:], 2):
        assert page.rstrip().endswith(str(number))


def test_the_contents_names_the_pages_where_sections_are(pages, report):
    for section in report.parts:
        if getattr(section, "kind", "front") == "front":
            continue
        page = next(n for n, text in enumerate(pages, 1) if n > 2 and section.label in text)
        entry = re.compile(rf"\s*(\d+|[A-Z])\s+{re.escape(section.label)}\s")
        line = next(line for line in pages[1].splitlines() if entry.match(line))
        assert line.split()[-1] == str(page)


def test_no_table_loses_a_row(pages, document, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[3] / "packaging")
    from printed import lost_rows

    assert not lost_rows(document, pages)
    assert lost_rows(document, pages[: len(pages) // 2])
