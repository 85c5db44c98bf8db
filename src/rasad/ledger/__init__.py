"""Assertions with their evidence in one SQLite file: rows added, never changed."""

from rasad.ledger.audit import Fault, audit
from rasad.ledger.view import View
from rasad.ledger.writer import Writer

__all__ = ["Fault", "View", "Writer", "audit"]
