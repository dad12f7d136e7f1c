"""Which columns of a table are fed, and how the program is told what they hold."""

from __future__ import annotations

import csv
import difflib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyspark.sql import types

from hegui_spark.errors import HeguiError
from hegui_spark.program import Program

# The fields as `--map` names them, by the keywords of `screen`.
FIELDS = {
    "id": "id",
    "name": "name",
    "other_names": "otherNames",
    "brand": "brand",
    "former_name": "formerName",
    "scope": "scope",
    "description": "description",
    "actor": "actor",
    "jurisdiction": "jurisdiction",
    "approval": "approval",
    "status": "status",
    "registered": "registered",
}

# The column that goes before the others: no row is blank, and each verdict says to which row it belongs.
ROW = "hegui_row"

# What is a text in a cell of CSV.
_CELLS = (
    *(types.StringType, types.NumericType, types.BooleanType, types.NullType),
    *(types.DateType, types.TimestampType, types.TimestampNTZType),
)


@dataclass(frozen=True)
class FedColumns:
    """The columns that are fed: their places in the table, the headers under which they go, and `--map` for these."""

    places: tuple[int, ...]
    headers: tuple[str, ...]
    mapping: tuple[str, ...]


@dataclass(frozen=True)
class Identity:
    """What gives the verdicts: the version of the program, and the packs with their digests."""

    version: str
    packs: tuple[str, ...]

    def __str__(self) -> str:
        return f"hegui {self.version}, {', '.join(self.packs)}"


def mapping(texts: Sequence[str]) -> dict[str, list[str]]:
    """The columns of each field, from texts such as `name=单位,scope=业务` that the command line takes."""
    fields: dict[str, list[str]] = {}
    keywords = {field.lower(): keyword for keyword, field in FIELDS.items()}
    for part in (part for text in texts for part in text.split(",") if part):
        field, equals, column = part.partition("=")
        if not equals or not column:
            raise HeguiError(f"--map: '{part}' is not of the form field=column")
        keyword = keywords.get(field.strip().replace("_", "").lower())
        if keyword is None:
            raise HeguiError(f"--map: '{field}' is not a field; the fields are {', '.join(FIELDS.values())}")
        fields.setdefault(keyword, []).append(column)
    return fields


def found(
    schema: types.StructType, fields: Mapping[str, Sequence[str]], program: Program, options: Sequence[str]
) -> tuple[FedColumns, Identity]:
    """Has the program say which columns it reads, which also shows that it runs and its rules load.

    It gets one row whose cells name their columns; those that come back as passed on hold no field.
    """
    headers = schema.names
    options = list(options)
    told: list[str] = []
    for keyword, columns in fields.items():
        if keyword not in FIELDS:
            raise HeguiError(f"'{keyword}' is not a field; the fields are {', '.join(FIELDS)}")
        for column in columns:
            place = _place(column, schema.names)
            # A header of our own, since a name may hold commas or stand for another field.
            alias = f"hegui_column_{place}"
            headers = [*headers[:place], alias, *headers[place + 1 :]]
            told.append(f"{FIELDS[keyword]}={alias}")
    cells = [str(place) for place in range(len(headers))]
    fed = FedColumns(tuple(range(len(headers))), tuple(headers), tuple(told))
    answer = _answer(program, fed, cells, options)
    passed = {int(cell) for cell in answer.get("columns", {}).values() if cell != ROW}
    places = tuple(place for place in range(len(headers)) if place not in passed)
    for place in places:
        _check_type(schema[place])
    return FedColumns(places, tuple(headers[place] for place in places), tuple(told)), _identity(program, answer)


def identity(program: Program, fed: FedColumns, options: Sequence[str]) -> Identity:
    """What gives the verdicts on this machine."""
    return _identity(program, _answer(program, fed, [str(place) for place in fed.places], list(options)))


def screen_arguments(fed: FedColumns, options: Sequence[str]) -> list[str]:
    """The arguments with which the program reads what is fed and writes `hegui/verdict/1`."""
    maps = [argument for told in fed.mapping for argument in ("--map", told)]
    reading = ["--input-format", "csv", "--encoding", "UTF-8", "--format", "ndjson", "--quiet", "--exit-zero"]
    return ["screen", "-", *reading, *maps, *options]


def header(fed: FedColumns) -> bytes:
    """The first line that is fed."""
    return _line([ROW, *fed.headers])


def _answer(program: Program, fed: FedColumns, cells: Sequence[str], options: list[str]) -> dict:
    lines = [header(fed), _line([ROW, *cells])]
    output = program.output(screen_arguments(fed, [*options, "--all"]), lines)
    try:
        answer = json.loads(output)
    except ValueError as error:
        raise HeguiError(f"'{program.program}' is not Hegui: it answers with {output[:80]!r}") from error
    if answer.get("schema") != "hegui/verdict/1":
        raise HeguiError(f"'{program.program}' writes '{answer.get('schema')}'; expected 'hegui/verdict/1'")
    return answer


def _identity(program: Program, answer: dict) -> Identity:
    version = Program(program.program).output(["--version"]).decode("utf-8", "replace").strip()
    return Identity(version, tuple(f"{pack['id']} {pack['version']} {pack['digest']}" for pack in answer["packs"]))


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8", "surrogatepass")


def _place(column: str, names: Sequence[str]) -> int:
    """Where the column stands that a user calls `column`: by its name, its name in another case, or its number."""
    for alike in (str, str.lower):
        places = [place for place, name in enumerate(names) if alike(name) == alike(column)]
        if len(places) > 1:
            raise HeguiError(f"{len(places)} columns are called '{column}'; rename all but one")
        if places:
            return places[0]
    if column.isdecimal() and 1 <= int(column) <= len(names):
        return int(column) - 1
    near = difflib.get_close_matches(column, names, n=1)
    meant = f"; did you mean '{near[0]}'?" if near else ""
    shown = ", ".join(f"'{name}'" for name in names[:40])
    raise HeguiError(f"there is no column '{column}'{meant} The columns are {shown}")


def _check_type(field: types.StructField) -> None:
    kind = field.dataType
    if isinstance(kind, _CELLS):
        return
    if isinstance(kind, types.ArrayType) and isinstance(kind.elementType, types.StringType):
        return
    raise HeguiError(
        f"column '{field.name}' is of type {kind.simpleString()}; expected a text, a number, a date or an array of texts."
        " Make it one, or rename or drop the column"
    )
