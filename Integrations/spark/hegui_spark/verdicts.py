"""Verdicts as columns: `hegui/verdict/1` in types of Arrow and Spark, and the program's lines made into them."""

from __future__ import annotations

import csv

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json
from pyspark.sql.pandas.types import from_arrow_type

from hegui_spark.columns import ROW
from hegui_spark.errors import HeguiError

_TEXT = pa.string()
_NUMBER = pa.int64()
_BOTH_LANGUAGES = pa.struct({"zh": _TEXT, "en": _TEXT})
_REASON = pa.struct({"id": _TEXT, "zh": _TEXT, "en": _TEXT})
_SPAN = {"start": _NUMBER, "end": _NUMBER, "text": _TEXT}

_EVIDENCE = pa.struct(
    {"field": _TEXT, "index": _NUMBER, **_SPAN, "term": _TEXT} | {"disguise": pa.list_(_TEXT), "nameParts": pa.list_(_TEXT)}
)
_BASIS = pa.struct(dict.fromkeys(["notice", "documentNumber", "provision", "label", "quote", "language", "status"], _TEXT))
_FINDING = pa.struct(
    {
        **dict.fromkeys(["rule", "ban", "activity", "verdict"], _TEXT),
        "basis": _BASIS,
        "authority": _TEXT,
        "cure": pa.struct({"requirement": _BOTH_LANGUAGES, "grantor": _BOTH_LANGUAGES}),
        "item": pa.struct({"number": _NUMBER, **_SPAN, "licence": _TEXT}),
        "evidence": pa.list_(_EVIDENCE),
        "doubts": pa.list_(_REASON),
        "considered": pa.list_(pa.struct({"kind": _TEXT, "field": _TEXT, **_SPAN, "reason": _BOTH_LANGUAGES})),
        "explanation": _BOTH_LANGUAGES,
    }
)
_RECORD = pa.struct(
    {"id": _TEXT, "name": _TEXT, "otherNames": pa.list_(_TEXT)}
    | dict.fromkeys(["scope", "description", "actor", "jurisdiction", "approval"], _TEXT)
    | dict.fromkeys(["registrationStatus", "registrationDate"], _TEXT)
)
_MEMBERS = {
    "verdict": _TEXT,
    "findings": pa.list_(_FINDING),
    "released": pa.list_(pa.struct({"rule": _TEXT, "evidence": pa.list_(_EVIDENCE), "cue": _TEXT})),
    "remarks": pa.list_(_REASON),
    "record": _RECORD,
    "packs": pa.list_(pa.struct({"id": _TEXT, "version": _TEXT, "digest": _TEXT})),
}

# The members of `hegui/verdict/1`, and why a row was rejected, which then has nothing else.
ARROW_TYPE = pa.struct({**_MEMBERS, "rejected": _TEXT})
VERDICT_TYPE = from_arrow_type(ARROW_TYPE)

_LINE = pa.schema({"row": _NUMBER, "columns": pa.struct({ROW: _TEXT}), **_MEMBERS})


def rows_and_verdicts(lines: bytes, rejects: str, problems: dict[int, str]) -> tuple[pa.Array, pa.StructArray]:
    """The verdicts of what was fed, in order, and before them the number of the row of each, counted from 1.

    - lines: what the program wrote to standard output.
    - rejects: the path of the file in which it kept the rows that it could not read.
    - problems: why rows are rejected whatever the program says of them.
    """
    read = _read(lines)
    if _whole(read["columns"]).field(0).cast(_NUMBER) != _whole(read["row"]):
        raise HeguiError("Hegui counts the rows otherwise than they were fed; no verdict can be told to its row")
    # The text of a rejected row may be longer than what `csv` takes for sane.
    csv.field_size_limit(2**31 - 1)
    with open(rejects, encoding="utf-8-sig", newline="") as file:
        rejected = {int(row["row"]): row["reason"] for row in csv.DictReader(file)} | problems
    if rejected:
        screened = pc.invert(pc.is_in(read["row"], pa.array(rejected, _NUMBER)))
        refused = {"row": pa.array(rejected, _NUMBER), "rejected": pa.array(rejected.values(), _TEXT)}
        read = pa.concat_tables([read.filter(screened), pa.table(refused)], promote_options="default").sort_by("row")
    else:
        read = read.append_column("rejected", pa.nulls(len(read), _TEXT))
    members = [_whole(read[member.name]) for member in ARROW_TYPE]
    return _whole(read["row"]), pa.StructArray.from_arrays(members, fields=list(ARROW_TYPE))


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """The column in one piece."""
    joined = column.combine_chunks()
    return joined if isinstance(joined, pa.Array) else pa.concat_arrays(joined.chunks)


def _read(lines: bytes) -> pa.Table:
    if not lines:
        return _LINE.empty_table()
    # A line must fit into a block; small ones would be slower, and threads are for Spark to share out.
    reading = pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1)
    parsing = pyarrow.json.ParseOptions(explicit_schema=_LINE, unexpected_field_behavior="ignore")
    return pyarrow.json.read_json(pa.BufferReader(lines), reading, parsing)
