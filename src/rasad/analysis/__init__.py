"""What the ledger knows when articles are read together."""
