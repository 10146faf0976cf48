"""`cxstudio` and `python -m cxstudio`."""

from __future__ import annotations

import sys

from cxstudio import cli


def main() -> int:
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
