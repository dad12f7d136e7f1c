"""Where the time of the tasks goes."""

from __future__ import annotations

from pyspark.sql import SparkSession

# The steps that tasks tell of, with what is said of each.
_STEPS = {
    "hegui": "processor time of Hegui",
    "feeding": "of making rows into CSV",
    "pipe": "of the pipe",
    "answers": "of making answers into columns",
    "running": "from Hegui's starts to its ends by the clock",
}


class Times:
    """Adds up the seconds of all tasks, those that were run again included."""

    def __init__(self, spark: SparkSession) -> None:
        self._sums = {step: spark.sparkContext.accumulator(0.0) for step in _STEPS}

    def add(self, step: str, seconds: float) -> None:
        """Adds what a step took; called in tasks."""
        self._sums[step].add(seconds)

    @property
    def seconds(self) -> dict[str, float]:
        """The seconds of each step, on the driver."""
        return {step: sum.value for step, sum in self._sums.items()}

    def __str__(self) -> str:
        return "tasks together: " + ", ".join(f"{self.seconds[step]:.1f} s {what}" for step, what in _STEPS.items())
