"""The ledger's file: opening it, making it, and taking an older one to the newest version of its schema."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from rasad.errors import LedgerError

#: Marks a SQLite file as a ledger of ours: "RASD" as PRAGMA application_id.
APPLICATION_ID = 0x52415344
_BUSY_SECONDS = 60.0


@cache
def migrations() -> tuple[str, ...]:
    """Return the sections of schema.sql; the one at index N takes a ledger from version N to N + 1."""
    schema = files("rasad.ledger").joinpath("schema.sql").read_text(encoding="utf-8")
    return tuple(re.split(r"^-- version \d+$", schema, flags=re.MULTILINE)[1:])


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open the ledger at *path*, making it where there is none; an older version is brought up to date.

    Raises:
        LedgerError: the file is something else, or of a newer version than this rasad knows.
    """
    try:
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise LedgerError(
            str(path), f"cannot be opened ({error}); is its folder there and writable?"
        ) from error
    try:
        version = _version(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < len(migrations()):
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise LedgerError(str(path), f"cannot be written ({error})") from error
    except LedgerError:
        connection.close()
        raise
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the ledger at *path* without ever writing to it; rows come as :class:`sqlite3.Row`.

    Raises:
        LedgerError: no such file, or it is no ledger of this version.
    """
    if not path.is_file():
        raise LedgerError(str(path), "there is no such file. `rasad read` makes one.")
    connection = _connect_read_only(path)
    connection.row_factory = sqlite3.Row
    try:
        version = _version(connection, path)
    except LedgerError:
        connection.close()
        raise
    if version < len(migrations()):
        connection.close()
        found = (
            "is empty" if version == 0 else f"is of version {version}, this rasad reads {len(migrations())}"
        )
        raise LedgerError(str(path), f"{found}. `rasad read` brings it up to date.")
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    for options in ("mode=ro", "mode=ro&immutable=1"):  # the latter where the folder cannot hold a lock file
        connection = sqlite3.connect(
            f"{address}?{options}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            continue
        except sqlite3.DatabaseError:
            pass
        return connection
    raise LedgerError(str(path), "cannot be opened for reading; do its permissions allow it?")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the schema in a file, 0 for an empty one; refuse files that are not ours."""
    try:
        [application] = connection.execute("PRAGMA application_id").fetchone()
        [version] = connection.execute("PRAGMA user_version").fetchone()
        [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise LedgerError(str(path), f"cannot be opened ({error})") from error
        raise LedgerError(
            str(path), "this file is not a ledger, nor any SQLite file. Name another one."
        ) from error
    if application == APPLICATION_ID and version <= len(migrations()):
        return int(version)
    if application == APPLICATION_ID:
        raise LedgerError(
            str(path),
            f"is of version {version}, and this rasad knows {len(migrations())} at most. Try a newer rasad.",
        )
    if tables == 0:
        return 0
    raise LedgerError(str(path), "this is a SQLite file of something else, not a ledger. Name another one.")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection, path)  # another process may have come first
        for number, section in enumerate(migrations()[version:], start=version + 1):
            for statement in _statements(section):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
            yield statement
            statement = ""
