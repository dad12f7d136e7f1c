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


def ship_archive(spark: SparkSession, archive: str, name: str) -> None:
    """Has every executor unpack the `.tar.gz` at `archive` under `name`, once, unless that is there."""
    context = _context(spark)
    if not context:
        raise HeguiError("this session can't ship an archive; install Hegui on every machine and name its path as the program")
    if not os.path.isfile(archive):
        raise HeguiError(f"there is no archive '{archive}'")
    if not os.path.exists(SparkFiles.get(name)):
        context.addArchive(f"{os.path.abspath(archive)}#{name}")


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
