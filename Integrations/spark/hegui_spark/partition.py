"""What a task does with the rows of its partition."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import pyarrow as pa
import pyarrow.compute as pc

from hegui_spark import columns
from hegui_spark.columns import FedColumns, Identity
from hegui_spark.csv_rows import CSVRows
from hegui_spark.errors import HeguiError
from hegui_spark.feeding import fed_rows
from hegui_spark.program import Program
from hegui_spark.verdicts import rows_and_verdicts

# Takes the name of a step and the seconds that it took.
Meter = Callable[[str, float], None]

# The programs that were tried on this machine by this process, and what each was found to be.
_tried: dict[tuple[Program, tuple[str, ...]], Identity] = {}


@dataclass(frozen=True)
class Partition:
    """How a partition is screened; the same for all, and sent to each.

    - options: What the program is told beside what it is fed.
    - csv: What the rows were read from, where that is CSV.
    - chunk_bytes: How much is fed to one run of the program. What a task holds at a time is a small multiple of it; a smaller
      one starts the program more often.
    """

    program: Program
    identity: Identity
    fed: FedColumns
    options: tuple[str, ...]
    csv: CSVRows | None = None
    chunk_bytes: int = 32 << 20

    def screened(self, batches: Iterable[pa.RecordBatch], column: str, meter: Meter | None = None) -> Iterator[pa.RecordBatch]:
        """The rows with a verdict or a reason why they were rejected, in order, with both in `column`.

        The same rows give the same bytes, so that a partition may be screened again where it was lost.
        """
        self._check_identity()
        chunk = _Chunk()
        for batch in batches:
            if not batch.num_rows:
                continue
            started = time.process_time()
            problems = self.csv.problems(batch, self.fed) if self.csv else {}
            chunk.add(batch, fed_rows(batch, self.fed, chunk.rows + 1), problems)
            if meter:
                meter("feeding", time.process_time() - started)
            if chunk.size >= self.chunk_bytes:
                yield from self._screened(chunk, column, meter)
                chunk = _Chunk()
        if chunk.rows:
            yield from self._screened(chunk, column, meter)

    def _screened(self, chunk: _Chunk, column: str, meter: Meter | None) -> Iterator[pa.RecordBatch]:
        before, started = _processor_seconds(RUSAGE_CHILDREN), time.perf_counter()
        own = _processor_seconds(RUSAGE_SELF)
        with tempfile.TemporaryDirectory(prefix="hegui-") as folder:
            rejects = os.path.join(folder, "rejects.csv")
            arguments = columns.screen_arguments(self.fed, [*self.options, "--rejects", rejects])
            lines = self.program.output(arguments, [columns.header(self.fed), *chunk.lines])
            if meter:
                meter("hegui", _processor_seconds(RUSAGE_CHILDREN) - before)
                meter("pipe", _processor_seconds(RUSAGE_SELF) - own)
                meter("running", time.perf_counter() - started)
            started = time.process_time()
            rows, verdicts = rows_and_verdicts(lines, rejects, chunk.problems)
        first = 1
        for batch in chunk.batches:
            # Rows are in order: those of a batch stand together.
            among = pc.and_(pc.greater_equal(rows, first), pc.less(rows, first + batch.num_rows))
            places = pc.subtract(rows.filter(among), first)
            first += batch.num_rows
            if len(places):
                taken = batch.take(places)
                names = [*batch.schema.names, column]
                yield pa.RecordBatch.from_arrays([*taken.columns, verdicts.filter(among)], names)
        if meter:
            meter("answers", time.process_time() - started)

    def _check_identity(self) -> None:
        """Holds this machine to what the driver found, once in the life of the process."""
        key = (self.program, self.options)
        if key not in _tried:
            _tried[key] = columns.identity(self.program, self.fed, self.options)
        if _tried[key] != self.identity:
            raise HeguiError(
                f"{os.uname().nodename}: Hegui here is {_tried[key]}, and on the driver {self.identity}; ship one to all"
            )


@dataclass
class _Chunk:
    """Rows that go through one run of the program."""

    batches: list[pa.RecordBatch] = field(default_factory=list)
    lines: list[pa.Buffer] = field(default_factory=list)
    problems: dict[int, str] = field(default_factory=dict)
    rows: int = 0
    size: int = 0

    def add(self, batch: pa.RecordBatch, lines: pa.Buffer, problems: dict[int, str]) -> None:
        self.problems |= {self.rows + row: problem for row, problem in problems.items()}
        self.batches.append(batch)
        self.lines.append(lines)
        self.rows += batch.num_rows
        self.size += lines.size


def _processor_seconds(of: int) -> float:
    used = getrusage(of)
    return used.ru_utime + used.ru_stime
