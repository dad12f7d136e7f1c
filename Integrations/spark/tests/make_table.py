"""Makes a table of many rows, every one of them another, of the project's records and, where there are any, of registrations.

    make_table.py FOLDER --rows 5000000 [--data FOLDER]

FOLDER gets `table.parquet`, a folder of files, and `table.csv` with the same rows. The same arguments give the same rows.
"""

from __future__ import annotations

import argparse
import csv
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

_PROJECT = Path(__file__).resolve().parents[3]
_ROWS_OF_A_FILE = 250_000


def rows(data: Path | None) -> pa.Table:
    """The name, scope and province of the project's records, many of which are flagged, and of registrations in `data`."""
    tables = [(path, ",", csv.QUOTE_MINIMAL) for path in sorted((_PROJECT / "corpus" / "records").glob("*.csv"))]
    if data:
        tables.append((data / "registrations-50k.tsv", "\t", csv.QUOTE_NONE))
    found: list[tuple[str, ...]] = []
    for path, delimiter, quoting in tables:
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file, delimiter=delimiter, quoting=quoting)
            found += [tuple(row.get(column) or "" for column in ("name", "scope", "province")) for row in lines]
    return pa.table(list(zip(*found)), ["name", "scope", "province"])


def make(folder: Path, count: int, data: Path | None) -> None:
    """Writes the two forms of a table of `count` rows to `folder`."""
    source = rows(data)
    order = list(range(count))
    random.Random(42).shuffle(order)
    (folder / "table.parquet").mkdir(parents=True)
    schema = pa.schema({"key": pa.int64(), **dict.fromkeys(["name", "scope", "province"], pa.string())})
    with pyarrow.csv.CSVWriter(folder / "table.csv", schema) as text:
        for start in range(0, count, _ROWS_OF_A_FILE):
            numbers = pa.array(order[start : start + _ROWS_OF_A_FILE], pa.int64())
            part = source.take(pa.array([number % len(source) for number in numbers.to_pylist()]))
            written = numbers.cast(pa.string())
            name = pc.binary_join_element_wise(part["name"], written, "")
            scope = pc.binary_join_element_wise(part["scope"], written, "；")
            table = pa.table([numbers, name, scope, part["province"]], schema=schema)
            text.write_table(table)
            pyarrow.parquet.write_table(table, folder / "table.parquet" / f"part-{start // _ROWS_OF_A_FILE:05}.parquet")


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--data", type=Path, help="a folder that holds registrations-50k.tsv")
    arguments = parser.parse_args()
    make(arguments.folder, arguments.rows, arguments.data)


if __name__ == "__main__":
    main()
