"""Wordings in an article: names, roles, dates, numbers."""
