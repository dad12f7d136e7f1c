"""Verdicts of Spark and of the command line in one form, to be compared."""

from __future__ import annotations

import json

# What the command line says of a line beside its verdict.
_PLACE = ("schema", "file", "row", "id", "columns")


def answer_of_line(line: bytes | str) -> dict:
    """What a line of `screen --format ndjson` says, without the place of the row and what it passes on."""
    answer = json.loads(line)
    return _filled({name: value for name, value in answer.items() if name not in _PLACE})


def answer_of_column(value: dict) -> dict:
    """What the column `hegui` of a row says."""
    return _filled(value)


def _filled(value: object) -> object:
    """The value without members that hold nothing, in the order of their names; a column is there even where it is empty."""
    if isinstance(value, dict):
        return {name: _filled(member) for name, member in sorted(value.items()) if member is not None}
    return [_filled(item) for item in value] if isinstance(value, list) else value
