"""Makes a made-up office anew and photographs every page of it, to look at."""

import shutil
import sys
from pathlib import Path

from gbvcase.casework.demo import PASSWORD_FILE
from gbvcase.cli import main

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if (folder / PASSWORD_FILE).exists():  # one of ours: nothing else is ever deleted
        shutil.rmtree(folder)
    sys.exit(main(["demo", str(folder), "--no-window"]))
