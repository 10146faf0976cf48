"""Write two demonstration reports, to hold beside the pictures of the look.

    python tests/report/docx/demonstration.py FOLDER [TEMPLATE]

The content is made up, except for figures quoted from the Fukui tourism survey (CC BY 4.0). It
uses every kind of block once and is never shown as anybody's findings.
"""

import sys
from pathlib import Path

from demo_english import english
from demo_japanese import japanese
from demo_parts import picture

from cxstudio.report import docx

__all__ = ["english", "japanese", "picture"]


def main() -> None:
    folder = Path(sys.argv[1])
    template = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    folder.mkdir(parents=True, exist_ok=True)
    for name, report in (("demo-en", english()), ("demo-ja", japanese())):
        docx.write(report, folder / f"{name}.docx", template)
        print(folder / f"{name}.docx")


if __name__ == "__main__":
    main()
