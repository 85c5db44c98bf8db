"""The command line: a command parses, calls one public function, prints rows to stdout; talk goes to stderr."""

from rasad.views.cli.main import cli, main

__all__ = ["cli", "main"]
