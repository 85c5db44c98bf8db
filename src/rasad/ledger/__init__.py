"""Assertions with their evidence in one SQLite file: rows added, never changed."""
