"""Who did what to or with whom, coded by PLOVER."""
