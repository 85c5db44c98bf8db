"""States, people, offices, organisations, places: data with sources, and their loader."""
