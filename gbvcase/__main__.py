"""Opens the window when nothing is asked; otherwise hands what was typed to the command line."""

import sys


def main() -> int:
    """Run the program and return its exit status."""
    # Each face is loaded only when it is wanted: the lock page must not wait for the other one.
    if len(sys.argv) > 1:
        from gbvcase.cli import main as command_line

        return command_line(sys.argv[1:])
    from gbvcase.ui.app import main as window

    return window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
