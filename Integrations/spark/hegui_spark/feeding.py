"""Rows as they are fed to the program: CSV with a number before each row.

CSV and not one JSON object a line, since the program looks for words in whole blocks of cells before it takes any apart.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from hegui_spark.columns import ROW, FedColumns

_WRITING = pyarrow.csv.WriteOptions(include_header=False)


def fed_rows(batch: pa.RecordBatch, fed: FedColumns, first: int) -> pa.Buffer:
    """The rows of `batch` as CSV; `first` is the number of the first one."""
    numbers = pa.array(range(first, first + len(batch)), pa.int64())
    cells = [_texts(batch.column(place)) for place in fed.places]
    names = [ROW, *(str(place) for place in fed.places)]
    sink = pa.BufferOutputStream()
    pyarrow.csv.write_csv(pa.record_batch([numbers, *cells], names), sink, _WRITING)
    return sink.getvalue()


def _texts(column: pa.Array) -> pa.Array:
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        # The mark parts items of a scope, and holds no term together. A null among the items would make the whole text null.
        filled = type(column).from_arrays(column.offsets, pc.fill_null(column.values, ""))
        return pc.binary_join(filled, "；")
    return column if pa.types.is_string(column.type) else column.cast(pa.string())
