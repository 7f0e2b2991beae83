"""The files of a release, each written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.reports.exports import Identifiers, data_package, dhis2, sdmx_csv
from gbvcase.reports.releases import Release
from gbvcase.reports.sheets import labels_file, rows_file, rows_json, workbook


class NotWritten(GbvcaseError):
    """The files could not be written; the figures are frozen and the files can be made again."""

    sentence = mark(
        "The files could not be written. The release is kept: make its files again elsewhere."
    )


class NotAMapping(GbvcaseError):
    """A file that was given as the mapping to DHIS2 and is none."""

    sentence = mark("The mapping file cannot be read. No files were written.")


def identifiers(content: bytes) -> Identifiers:
    """Read a mapping file; NotAMapping if it is none."""
    try:
        return Identifiers.read(content)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as cause:
        raise NotAMapping from cause


def drawn(
    release: Release,
    say: Say,
    mapping: Identifiers | None = None,
    papers: Mapping[str, bytes] | None = None,
    stamp: str = "",
) -> dict[str, bytes]:
    """Return every file of a release by its name; the same release gives the same bytes.

    Fewer than ten people are told to readers only: other programs get no figure.
    """
    rows, labels = rows_file(release), labels_file(release)
    files = {f"{release.id}.xlsx": workbook(release, say, stamp), **(papers or {})}
    files |= {f"{release.id}.csv": rows, f"{release.id}-labels.csv": labels}
    files[f"{release.id}.json"] = rows_json(release)
    files[f"{release.id}-datapackage.json"] = data_package(release, rows, labels)
    if not release.line.few:
        files[f"{release.id}-sdmx.csv"] = sdmx_csv(release)
        if mapping is not None:
            files[f"{release.id}-dhis2.json"] = dhis2(release, mapping)
    return files


def write_files(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder; NotWritten if the disk refuses."""
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            beside = folder / f".{name}.part"
            try:
                beside.write_bytes(content)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
            paths.append(path)
    except OSError as cause:
        raise NotWritten from cause
    return tuple(paths)
