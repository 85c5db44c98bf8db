"""Sentences cut at their verbs: clauses, the parties' roles in them by grammar, and the words that tell of acts."""
