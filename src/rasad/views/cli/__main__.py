"""``python -m rasad.views.cli``: the command line, where no script is installed."""

from rasad.views.cli.main import main

if __name__ == "__main__":
    main()
