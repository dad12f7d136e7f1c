"""Compares ways to take rows from Spark to Hegui and back, on this machine.

    setsid -w ways.py TABLE.parquet --program PATH --data PATH [--cores 2]

Each way reads the table, has its rows screened and throws the result away; the first ones don't screen.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pyspark.sql import DataFrame, SparkSession, functions
from pyspark.sql.types import StructType

from hegui_spark import VERDICT_TYPE, screen


def _arrow(df: DataFrame, program: str, data: str) -> DataFrame:
    return screen(df, id="key", program=program, data=data)


def _piped_json(df: DataFrame, program: str, data: str) -> DataFrame:
    return _piped(df, df.toJSON(), f"exec {shlex.quote(program)} screen - --input-format ndjson", data)


def _piped_csv(df: DataFrame, program: str, data: str) -> DataFrame:
    lines = df.select(functions.to_csv(functions.struct("*"), {"escape": '"'}).alias("value"))
    command = f"(echo {','.join(df.columns)}; exec cat) | {shlex.quote(program)} screen - --input-format csv"
    return _piped(df, lines.rdd.map(lambda row: row[0]), command, data)


def _piped(df: DataFrame, lines, command: str, data: str) -> DataFrame:
    """What `RDD.pipe` makes of `lines`, in the same columns."""
    rest = f" --format ndjson --map id=key --quiet --exit-zero --threads 1 --data {shlex.quote(data)}"
    answers = lines.pipe(f"sh -c {shlex.quote(command + rest)}", checkCode=True)
    return df.sparkSession.read.schema(StructType(VERDICT_TYPE.fields)).json(answers)


def _same(batches):
    yield from batches


WAYS = {
    "reading alone": lambda df, program, data: df,
    "to Python and back in Arrow batches": lambda df, program, data: df.mapInArrow(_same, df.schema),
    "screened, Arrow batches": _arrow,
    "screened, RDD.pipe with JSON": _piped_json,
    "screened, RDD.pipe with CSV": _piped_csv,
}


def main() -> None:
    """Measures each way twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table")
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cores", default="2")
    arguments = parser.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(f"local[{arguments.cores}]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    df = spark.read.parquet(arguments.table)
    rows = df.count()
    for repetition in range(2):
        for name, way in WAYS.items():
            before = processor_seconds()
            started = time.perf_counter()
            way(df, arguments.program, arguments.data).write.format("noop").mode("overwrite").save()
            seconds = time.perf_counter() - started
            used = processor_seconds() - before
            rates = f"{rows / seconds:12,.0f} rows/s {used / rows * 1e6:8.2f} processor s/million rows"
            print(f"{repetition + 1}  {name:38} {rates}")
    spark.stop()


def processor_seconds() -> float:
    """What the processes of this session took; `setsid` makes it ours alone."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == os.getsid(0):
            # In user and system mode, and the same of children that have ended.
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
