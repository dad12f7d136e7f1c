"""Screens a table in Parquet or CSV on Spark, and writes the rows with a finding, with their verdicts, as Parquet.

    spark-submit --master URL --archives hegui.tar.gz#hegui screen_table.py INPUT OUTPUT --map name=企业名称,scope=经营范围

Rows that can't be read are counted and stand in OUTPUT too, with the reason in hegui.rejected and no verdict. Exits with 0 when
every row was looked at, whatever was found, and with 2 when it could not run; then nothing is written.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Sequence

from pyspark.sql import DataFrame, Observation, SparkSession, functions, types

from hegui_spark import HeguiError
from hegui_spark.columns import mapping
from hegui_spark.csv_rows import MALFORMED, CSVRows
from hegui_spark.screening import prepared, screened
from hegui_spark.times import Times

_VERDICTS = ["prohibited", "restricted", "review"]


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("input", help="a table: a file, a folder or a pattern, on any storage that Spark reads")
    add("output", help="the folder to write, which appears whole or not at all")
    add("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column holds which field")
    add("--all", action="store_true", help="write rows without a finding too")
    add("--rejects", metavar="FOLDER", help="write the rejected rows here as well")
    add("--overwrite", action="store_true", help="replace what is at OUTPUT, and at --rejects")
    add("--pack", metavar="ID", help="the rule pack, named after its notice")
    add("--as-of", metavar="DATE", help="use the rules of the notice that was in force on this day")
    add("--lang", choices=["zh", "en"], default="zh", help="the language of quotes; explanations are in both")
    add("--column", default="hegui", metavar="NAME", help="the column that holds the verdict (default: hegui)")
    reading = parser.add_argument_group("reading")
    reading.add_argument("--format", choices=["parquet", "csv"], help="by default after the ending of INPUT")
    reading.add_argument("--delimiter", default=",", metavar="MARK", help="what parts the cells of CSV (default: ,)")
    reading.add_argument("--encoding", default="UTF-8", help="the encoding of CSV, such as GB18030 (default: UTF-8)")
    reading.add_argument("--multiline", action="store_true", help="cells of CSV hold line breaks; a file is one task")
    program = parser.add_argument_group("program")
    program.add_argument("--archive", metavar="FILE", help="a .tar.gz with program and rules to ship, where --archives can't")
    program.add_argument("--program", default="hegui", help="its path on every machine, or its name in --archives or --files")
    program.add_argument("--data", metavar="FOLDER", help="the folder of rules and corpus, likewise; by default the program's")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Runs the job; `given` are the arguments, by default those of the command line."""
    arguments = _arguments(given)
    spark = SparkSession.builder.appName("hegui").getOrCreate()
    try:
        print(_summary(spark, arguments), file=sys.stderr)
    except Exception as error:
        print(f"screen_table.py: error: {_cause(error)}", file=sys.stderr)
        sys.exit(2)


def _summary(spark: SparkSession, arguments: argparse.Namespace) -> str:
    _refuse_what_exists(spark, arguments)
    is_csv = (arguments.format or ("csv" if arguments.input.endswith((".csv", ".csv.gz")) else "parquet")) == "csv"
    df = _csv(spark, arguments) if is_csv else spark.read.parquet(arguments.input)
    partition = prepared(
        df,
        mapping(arguments.map),
        pack=arguments.pack,
        as_of=arguments.as_of,
        lang=arguments.lang,
        all=arguments.all,
        program=arguments.program,
        data=arguments.data,
        archive=arguments.archive,
        csv=CSVRows(arguments.delimiter) if is_csv else None,
    )
    seen = Observation()
    times = Times(spark)
    started = time.perf_counter()
    mode = "overwrite" if arguments.overwrite else "errorifexists"
    observed = df.observe(seen, functions.count(functions.lit(1)).alias("rows"))
    screened(observed, partition, arguments.column, times.add).write.mode(mode).parquet(arguments.output)
    seconds = time.perf_counter() - started

    written = spark.read.parquet(arguments.output)
    verdict, rejected = (functions.col(f"`{arguments.column}`.{member}") for member in ("verdict", "rejected"))
    if arguments.rejects:
        written.where(rejected.isNotNull()).write.mode(mode).parquet(arguments.rejects)
    kinds = written.groupBy(functions.coalesce(verdict, functions.lit("rejected"))).count()
    counts = {row[0]: row[1] for row in kinds.collect()}
    rows, refused = seen.get["rows"], counts.get("rejected", 0)
    flagged = [counts.get(name, 0) for name in _VERDICTS]
    parts = [f"{count} {name}" for count, name in zip(flagged, _VERDICTS)]
    return (
        f"{rows} rows: {', '.join(parts)}, {rows - refused - sum(flagged)} no finding\n{refused} rows rejected\n"
        f"{partition.identity}\nscreened in {seconds:.1f} s; {times}"
    )


def _csv(spark: SparkSession, arguments: argparse.Namespace) -> DataFrame:
    """The table of a CSV file, every cell a text, and `MALFORMED` after them."""
    # Without it Spark 4 reads Unicode alone.
    spark.conf.set("spark.sql.legacy.javaCharsets", True)
    reader = spark.read.option("header", True).option("sep", arguments.delimiter).option("encoding", arguments.encoding)
    reader = reader.option("quote", '"').option("escape", '"').option("multiLine", arguments.multiline)
    names = [name.lstrip("\ufeff") for name in reader.csv(arguments.input).columns]
    fields = [types.StructField(name, types.StringType()) for name in [*names, MALFORMED]]
    reader = reader.option("columnNameOfCorruptRecord", MALFORMED).schema(types.StructType(fields))
    return reader.csv(arguments.input)


def _refuse_what_exists(spark: SparkSession, arguments: argparse.Namespace) -> None:
    """Says so now, and not when all the work is done."""
    java = spark.sparkContext._jvm
    for path in [arguments.output, arguments.rejects]:
        if not path:
            continue
        if path == arguments.input:
            raise HeguiError(f"'{path}' is the input; write somewhere else")
        place = java.org.apache.hadoop.fs.Path(path)
        files = place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        if files.exists(place) and not arguments.overwrite:
            raise HeguiError(f"'{path}' is there already; choose another folder, or replace it with --overwrite")


def _cause(error: Exception) -> str:
    """What a user can do something about, out of what the driver and the tasks said."""
    text = str(error)
    ours = re.search(r"HeguiError: (.+?)(?:\n\n|\n\tat |\Z)", text, re.DOTALL)
    if ours:
        return ours[1].strip()
    return text if isinstance(error, HeguiError) else text.split("\n\tat ")[0].strip()


if __name__ == "__main__":
    main()
