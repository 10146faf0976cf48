"""Writes `versions/v0001_first.sql` from the model: `python -m cxstudio.store.migrations.first`.

Only until the first release; from then on the model changes by a new version.
"""

from __future__ import annotations

from cxstudio.store.engagement_file import schema
from cxstudio.store.migrations.versions import v0001_first


def source() -> str:
    """The statements that make the tables of the model."""
    return "".join(f"{statement};\n\n" for statement in schema())


if __name__ == "__main__":
    v0001_first.STATEMENTS.write_text(source(), "utf-8")
