"""How names are written: the letters that fold together, and one name in other scripts."""
