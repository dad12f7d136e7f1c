"""Rows that Spark reads from CSV without a word, and that the command line rejects."""

from __future__ import annotations

import csv
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from hegui_spark.columns import FedColumns

# The column in which Spark keeps the text of a row whose number of cells is wrong.
MALFORMED = "_corrupt_record"

# What stands in a text for bytes that were none.
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class CSVRows:
    """A table that was read from CSV, with `MALFORMED` as its last column.

    - delimiter: The mark between cells.
    """

    delimiter: str = ","

    def problems(self, batch: pa.RecordBatch, fed: FedColumns) -> dict[int, str]:
        """Why rows of `batch` must be rejected, by their number counted from 1."""
        width = batch.num_columns - 1
        problems: dict[int, str] = {}
        malformed = batch.column(width)
        csv.field_size_limit(2**31 - 1)
        for row in pc.indices_nonzero(malformed.is_valid()).to_pylist():
            cells = max(map(len, csv.reader([malformed[row].as_py()], delimiter=self.delimiter)), default=0)
            # A row that ends early is read as if its last cells were empty.
            if cells > width:
                problems[row + 1] = f"{cells} cells where the header has {width} columns"
        for place in fed.places:
            replaced = pc.fill_null(pc.match_substring(batch.column(place).cast(pa.binary()), _REPLACEMENT), False)
            for row in pc.indices_nonzero(replaced).to_pylist():
                problems[row + 1] = "bytes that are not valid in the file's encoding"
        return problems
