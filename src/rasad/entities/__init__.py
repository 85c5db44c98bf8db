"""Whom a wording means, as of the article's date."""
