"""Opens the window when nothing is asked; otherwise hands what was typed to the command line."""

import sys

WINDOW = "--window"
"""As in `ui/restart.py`, which is not loaded for a command: it brings the screen with it."""


def main() -> int:
    """Run the program and return its exit status."""
    if sys.argv[1:2] == [WINDOW]:  # how the installed program starts itself afresh
        from gbvcase.ui.app import from_arguments

        return from_arguments(sys.argv)
    # Each face is loaded only when it is wanted: the lock page must not wait for the other one.
    if len(sys.argv) > 1:
        from gbvcase.cli import main as command_line

        return command_line(sys.argv[1:])
    from gbvcase.ui.app import main as window

    return window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
