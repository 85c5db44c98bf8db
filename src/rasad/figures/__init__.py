"""Numbers that an article claims about parties."""
