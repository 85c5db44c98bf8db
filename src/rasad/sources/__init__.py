"""From files, pages, feeds, archives and addresses to captures; nothing else touches the outside world."""
