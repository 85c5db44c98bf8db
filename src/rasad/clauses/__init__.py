"""Sentences cut at their verbs: clauses, the roles grammar gives the parties in them, and the words that tell of acts."""
