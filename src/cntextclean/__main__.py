"""``python -m cntextclean``: the command, where its script is not on the path."""

from cntextclean.cli.app import main

if __name__ == "__main__":
    main()
