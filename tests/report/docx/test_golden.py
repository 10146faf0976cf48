"""The demonstration's parts against golden ones.

Set CXSTUDIO_GOLDEN=write to write them anew, and read the difference before committing it.
"""

import os
import zipfile
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest
from lxml import etree

GOLDEN = Path(__file__).parents[2] / "golden" / "report"


@pytest.mark.parametrize("name", ["document", "styles"])
def test_part_is_as_golden(document, language, name):
    with zipfile.ZipFile(document) as package:
        root = etree.fromstring(package.read(f"word/{name}.xml"))
    etree.indent(root)
    written = etree.tostring(root, encoding="unicode") + "\n"
    golden = GOLDEN / f"{language}-{name}.xml"
    if os.environ.get("CXSTUDIO_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(written, "utf-8")
    kept = golden.read_text("utf-8")
    if written != kept:  # pytest would show all of both
        lines = unified_diff(kept.splitlines(), written.splitlines(), lineterm="")
        pytest.fail("\n".join(islice(lines, 60)), pytrace=False)
