"""Writes `resources/data-dictionary.md` from the field descriptions."""

from pathlib import Path

from gbvcase.documents.dictionary import data_dictionary
from gbvcase.domain.speaking import speaker

FILE = Path(__file__).parent.parent / "resources" / "data-dictionary.md"

if __name__ == "__main__":
    FILE.write_text(data_dictionary(speaker("vi")), encoding="utf-8")
    print(FILE)
