"""Screening a table from the driver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import DataFrame, types

from hegui_spark import columns, verdicts
from hegui_spark.csv_rows import CSVRows
from hegui_spark.errors import HeguiError
from hegui_spark.partition import Meter, Partition
from hegui_spark.program import Program
from hegui_spark.shipping import ship_archive, ship_package


def screen(
    df: DataFrame,
    *,
    name: str | Sequence[str] | None = None,
    scope: str | Sequence[str] | None = None,
    description: str | Sequence[str] | None = None,
    pack: str | None = None,
    as_of: str | None = None,
    lang: str = "zh",
    all: bool = False,
    column: str = "hegui",
    program: str = "hegui",
    data: str | None = None,
    archive: str | None = None,
    **fields: str | Sequence[str],
) -> DataFrame:
    """Screens the rows of `df`: those with a finding come back with all their columns, and one more that holds the verdict.

    Columns are found by their names as on the command line (企业名称, 经营范围, 简介, name, scope and the like) unless they are
    named here. A row that can't be read comes back too, with the reason in `hegui.rejected` and no verdict.

    - name, scope, description: The columns that hold them; several are all screened.
    - fields: Columns of the other fields: `id`, `other_names`, `brand`, `former_name`, `actor`, `jurisdiction`, `approval`,
      `status` and `registered`.
    - pack: The rule pack, named after its notice.
    - as_of: Use the rules of the notice that was in force on this day, such as `2024-01-01`.
    - lang: The language of quotes, `zh` or `en`; explanations are in both.
    - all: Give rows without a finding too.
    - column: The name of the new column, of the type `VERDICT_TYPE`.
    - program: The program: a path that every machine has, or the name under which `--archives` or `--files` ships it.
    - data: The folder with rules and corpus, likewise; by default the program finds it, as in an archive.
    - archive: A `.tar.gz` on this machine with program, rules and corpus, to be shipped now under the name `program`.

    The program is tried on the driver at once. Raises `HeguiError` where it doesn't run, its rules don't load, or a column
    isn't there.
    """
    wanted = {"name": name, "scope": scope, "description": description, **fields}
    partition = prepared(
        df,
        {field: [given] if isinstance(given, str) else list(given) for field, given in wanted.items() if given},
        pack=pack,
        as_of=as_of,
        lang=lang,
        all=all,
        program=program,
        data=data,
        archive=archive,
    )
    return screened(df, partition, column)


def prepared(
    df: DataFrame,
    fields: Mapping[str, Sequence[str]],
    *,
    pack: str | None = None,
    as_of: str | None = None,
    lang: str = "zh",
    all: bool = False,
    program: str = "hegui",
    data: str | None = None,
    archive: str | None = None,
    csv: CSVRows | None = None,
) -> Partition:
    """Ships what is to be shipped and tries the program on the driver; the parameters are those of `screen`.

    - csv: What the rows of `df` were read from, where that is CSV.
    """
    if archive:
        ship_archive(df.sparkSession, archive, program)
    ship_package(df.sparkSession)
    options = ["--lang", lang]
    options += ["--pack", pack] if pack else []
    options += ["--as-of", as_of] if as_of else []
    there = Program(program, data)
    fed, identity = columns.found(df.schema, fields, there, options)
    # A task has as many cores as Spark gives it, and no more.
    options += ["--threads", df.sparkSession.conf.get("spark.task.cpus", "1")]
    return Partition(there, identity, fed, (*options, *(["--all"] if all else [])), csv)


def screened(df: DataFrame, partition: Partition, column: str = "hegui", meter: Meter | None = None) -> DataFrame:
    """The rows of `df` with their verdicts in `column`, as `screen` gives them."""
    if column.lower() in (name.lower() for name in df.columns):
        raise HeguiError(f"the table has a column '{column}' already; choose another name for that of the verdicts")
    # Spark looks columns up by name on this way, and stumbles over names with a dot and names that stand twice.
    numbered = [str(place) for place in range(len(df.columns))]
    verdict = str(len(numbered))
    fields = [types.StructField(number, field.dataType) for number, field in zip(numbered, df.schema)]
    schema = types.StructType([*fields, types.StructField(verdict, verdicts.VERDICT_TYPE)])
    result = df.toDF(*numbered).mapInArrow(lambda batches: partition.screened(batches, verdict, meter), schema)
    return result.toDF(*df.columns, column)
