"""`cxstudio` and `python -m cxstudio`."""

from __future__ import annotations

import sys

from cxstudio import cli


def main() -> int:
    if getattr(sys, "frozen", False):  # one program file, which is its own other process as well
        from multiprocessing import freeze_support

        freeze_support()
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
