"""Thin twins of the Python functions: command line, and later REST, MCP and explorer."""
