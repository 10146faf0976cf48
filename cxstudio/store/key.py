"""The passphrase: set, changed or removed by writing the file anew beside itself.

The new file is complete and on disk before it takes the old one's place, so a
kill at any moment leaves the file under the old passphrase or the new one
(docs/decisions/13-key.md). A forgotten passphrase cannot be recovered.
"""

from __future__ import annotations

from pathlib import Path

from cxstudio.i18n import _
from cxstudio.store import checksum, durable
from cxstudio.store.claiming import leftovers, open_connection
from cxstudio.store.connection import connect
from cxstudio.store.errors import Damaged, KeyUnchanged
from cxstudio.store.format import APPLICATION_ID
from cxstudio.store.header import is_encrypted
from cxstudio.store.lock import Lock, user_name
from cxstudio.store.problems import told

__all__ = ["convert", "is_encrypted", "set_key"]


def set_key(path: Path, old: str | None, new: str | None) -> None:
    """Set (`old` None), change or remove (`new` None) the passphrase of a closed file.

    Its backups are treated too, so that nothing readable remains. Raises
    PassphraseNeeded, InUse, KeyUnchanged; then the file is as it was.
    """
    from cxstudio.store import backup

    lock = Lock(path, user_name())
    try:
        convert(path, old, new)
        backup.convert_all(path, old, new)
    finally:
        lock.release()


def convert(path: Path, old: str | None, new: str | None) -> None:
    """Write a closed file anew under another passphrase, in one atomic step."""
    beside = leftovers(path)
    for leftover in beside:
        leftover.unlink(missing_ok=True)
    try:
        with told(path, KeyUnchanged, system=True):
            _export(path, old, new or "", beside[0])
            _verify(path, beside[0], new)
            durable.replace(beside[0], path)
    except BaseException:
        for leftover in beside:
            leftover.unlink(missing_ok=True)
        raise


def _export(path: Path, old: str | None, new: str, target: Path) -> None:
    connection = open_connection(path, old, read_only=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS target KEY ?", (str(target.absolute()), new))
        connection.execute("SELECT sqlcipher_export('target')").fetchall()
        connection.execute(f"PRAGMA target.application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA target.user_version = {version}")
        connection.commit()
        connection.execute("DETACH target")
    finally:
        connection.close()


def _verify(path: Path, target: Path, key: str | None) -> None:
    """Raises Damaged when the new file does not hold what the old one says it holds."""
    connection = connect(target, key or None, read_only=True)
    try:
        sound = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        if not sound or not checksum.agrees(connection):
            raise Damaged(path, _("its content is not what was written"))
    finally:
        connection.close()
