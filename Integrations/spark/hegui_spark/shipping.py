"""What goes from the driver to the executors: each at most once per session."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

from pyspark import SparkContext, SparkFiles
from pyspark.sql import SparkSession

from hegui_spark.errors import HeguiError

# The copy of this package for each application, by its id; Spark reads it until the application ends.
_copies: dict[str, tempfile.TemporaryDirectory] = {}

# What was shipped to each application under each name: the path, and the size and date of the file.
_archives: dict[tuple[str, str], tuple[str, int, int]] = {}


def ship_archive(spark: SparkSession, archive: str, name: str) -> None:
    """Has every executor unpack the `.tar.gz` at `archive` under `name`, once, unless that is there."""
    context = _context(spark)
    if not context:
        raise HeguiError("this session can't ship an archive; install Hegui on every machine and name its path as the program")
    if not os.path.isfile(archive):
        raise HeguiError(f"there is no archive '{archive}'")
    status = os.stat(archive)
    key, given = (context.applicationId, name), (os.path.abspath(archive), status.st_size, status.st_mtime_ns)
    if _archives.get(key) == given:
        return
    if os.path.exists(SparkFiles.get(name)):
        # Executors keep what they have under a name.
        raise HeguiError(f"something else was shipped as '{name}' in this session; give another name as program")
    context.addArchive(f"{given[0]}#{name}")
    _archives[key] = given


def ship_package(spark: SparkSession) -> None:
    """Gives the executors this package, so that a notebook needs nothing else; what `--py-files` ships is there already."""
    package = Path(__file__).parent
    context = _context(spark)
    if not context or not package.is_dir() or context.applicationId in _copies:
        return
    folder = _copies[context.applicationId] = tempfile.TemporaryDirectory(prefix="hegui-")
    path = os.path.join(folder.name, "hegui_spark.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sorted(package.glob("*.py")):
            archive.write(source, f"{package.name}/{source.name}")
    context.addPyFile(path)


def _context(spark: SparkSession) -> SparkContext | None:
    """The session's context; a client of Spark Connect has none."""
    try:
        return spark.sparkContext
    except Exception:
        return None
