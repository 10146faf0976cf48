"""Files of earlier versions are brought up to date, and the way there ends at the model."""

from types import SimpleNamespace

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine

from cxstudio.model import Base
from cxstudio.store import (
    EngagementFile,
    backup,
    checksum,
    claiming,
    header,
    migrations,
    opening,
    rows,
)
from cxstudio.store.check import examine
from cxstudio.store.connection import MEMORY, connect
from cxstudio.store.engagement_file import schema
from cxstudio.store.errors import Damaged
from cxstudio.store.format import VERSION
from cxstudio.store.migrations import first
from cxstudio.store.migrations.versions import v0001_first
from cxstudio.store.tables import metadata
from tests.store.conftest import QUICK_KEY, make


def in_version(path, version):
    """A file as the program of that version made it, with a row in it."""
    connection = driver.connect(str(path))
    migrations.upgrade(connection, version)
    columns = [row[1:4] for row in connection.execute("PRAGMA table_info(engagement)").fetchall()]
    values = {
        name: 1 if kind in ("INTEGER", "BOOLEAN") else ""
        for name, kind, needed in columns
        if needed
    }
    values["client"] = f"From version {version}"
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO engagement ({names}) VALUES ({marks})", list(values.values()))
    checksum.keep(connection, checksum.of_file(connection))
    from cxstudio.store import search

    if version == VERSION:
        search.rebuild(connection)
    connection.commit()
    connection.close()
    return path


def test_the_versions_are_counted_without_gaps():
    assert [int(step.revision) for step in migrations.steps()] == list(range(1, VERSION + 1))


def test_migrations_end_exactly_at_the_model(tmp_path):
    path = tmp_path / "made.cxs"
    connection = driver.connect(str(path))
    migrations.upgrade(connection)
    new = EngagementFile.create(tmp_path / "new.cxs", client="A")
    assert checksum.of_schema(connection) == checksum.of_schema(new.driver), (
        "run python -m cxstudio.store.migrations.first (before the first release), "
        "or write the next version"
    )
    new.close()
    connection.close()
    both = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in (*Base.metadata.sorted_tables, *metadata.sorted_tables):
        table.to_metadata(both)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as alchemy:
        assert compare_metadata(MigrationContext.configure(alchemy), both) == []
    engine.dispose()


def test_the_first_version_is_as_written():
    assert v0001_first.STATEMENTS.read_text("utf-8") == first.source()
    assert len(schema()) == first.source().count(";\n")


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_each_version_opens(tmp_path, version):
    path = in_version(tmp_path / "old.cxs", version)
    with opening.open_file(path, verify=True) as file:
        assert file.engagement.client == f"From version {version}"
        assert file.search(f"version {version}")
        with file.change("Write") as change:
            change.get(type(file.engagement), 1).title = "New"
    assert examine(path) == []
    copies = list(backup.folder_of(path).glob(f"old before upgrade to {VERSION}.cxs"))
    assert len(copies) == (version < VERSION)


def _next_version():
    op.add_column("stage", sa.Column("mood", sa.String(), nullable=False, server_default="calm"))
    with op.batch_alter_table("journey") as table:  # made anew, with others referring to it
        table.alter_column("description", new_column_name="about")


NEXT = SimpleNamespace(revision=f"{VERSION + 1:04}", upgrade=_next_version)


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_the_next_version_will_work(tmp_path, monkeypatch, key):
    """A made-up next version: the file is copied aside, then altered in one transaction."""
    path = make(tmp_path / "a.cxs", key)
    before = path.read_bytes()
    monkeypatch.setattr(migrations, "steps", lambda: [NEXT])
    for module in (header, claiming, migrations):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    monkeypatch.setattr(migrations.upgrade, "__defaults__", (VERSION + 1, None))
    monkeypatch.setattr("cxstudio.store.search.rebuild", lambda connection: None)
    with opening.open_file(path, key, read_only=True) as file:
        assert file.driver.execute("SELECT mood FROM stage").fetchall() == [("calm",)]
    assert path.read_bytes() == before, "looking at an old file does not alter it"
    with opening.open_file(path, key) as file:
        assert file.driver.execute("SELECT mood FROM stage").fetchall() == [("calm",)]
        assert file.driver.execute("SELECT about FROM journey").fetchall() == [("",)]
        assert file.driver.execute("SELECT count(*) FROM card").fetchone() == (1,)
        assert file.driver.execute("PRAGMA foreign_key_check").fetchall() == []
        assert checksum.agrees(file.driver)
    aside = backup.folder_of(path) / f"a before upgrade to {VERSION + 1}.cxs"
    monkeypatch.undo()
    monkeypatch.setattr(header, "VERSION", VERSION)
    connection = connect(aside, key, read_only=True)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert checksum.agrees(connection)
    connection.close()


def test_a_failing_migration_leaves_the_file_as_it_was(tmp_path):
    path = make(tmp_path / "a.cxs")
    before = path.read_bytes()

    def fails():
        _next_version()
        op.execute("NONSENSE")

    connection = connect(path, None)
    module = SimpleNamespace(revision=f"{VERSION + 1:04}", upgrade=fails)
    with pytest.raises(sa.exc.OperationalError):
        migrations.upgrade(connection, VERSION + 1, [module])
    connection.close()
    assert path.read_bytes()[100:] == before[100:]
    assert examine(path) == []


def test_damage_is_not_carried_into_a_new_version(tmp_path, monkeypatch):
    path = make(tmp_path / "a.cxs")
    path.write_bytes(path.read_bytes().replace(b"Tanaka", b"Suzuki"))
    monkeypatch.setattr(migrations, "steps", lambda: [NEXT])
    for module in (header, claiming, migrations):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(Damaged):
        opening.open_file(path)
    assert path.read_bytes() == before


def test_alembic_is_not_imported_at_start():
    import subprocess
    import sys

    code = "import sys, cxstudio.store, cxstudio.store.backup; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rows_do_not_hang_on_the_order_of_columns():
    assert all(
        list(rows.columns_of(kind)) == sorted(rows.columns_of(kind)) for kind in rows.kinds()
    )
    assert connect(MEMORY, None).execute("SELECT 1").fetchone() == (1,)
