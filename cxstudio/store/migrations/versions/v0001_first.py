"""Version 1: the tables of the first release."""

from pathlib import Path

from alembic import op

revision = "0001"

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    for statement in STATEMENTS.read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
