"""Screens a large table on a cluster of a master and two workers on this machine, and holds it to the command line.

    setsid -w cluster.py --program PATH --data PATH [--rows 5000000] [--registrations FOLDER] [--work FOLDER]

1. The verdicts of all rows, screened on the cluster, are those of the command line, line by line.
2. The same with a worker and its executor killed in the middle.
3. What share of the time goes to Hegui, to the pipe and to Spark; the last from a job that takes the rows to Python and back.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(_FOLDER), str(_FOLDER.parent)]

import pyarrow.parquet
from pyspark.find_spark_home import _find_spark_home

from answers import answer_of_column, answer_of_line
from make_table import make
from ways import processor_seconds

_SPARK = Path(_find_spark_home())


class Cluster:
    """A master and workers of one core each, as processes on loopback."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._folder = folder
        self._port = _free_port()
        self.url = f"spark://127.0.0.1:{self._port}"
        self._master = self._start("Master", "--host", "127.0.0.1", "--port", str(self._port), "--webui-port", "0")
        self.workers = [self._start_worker(number) for number in range(workers)]
        while self._registered() < workers:
            time.sleep(0.1)

    def _registered(self) -> int:
        return (self._folder / "master.log").read_text().count("Registering worker")

    def _start_worker(self, number: int) -> subprocess.Popen:
        place = self._folder / f"worker-{number}"
        options = ["--host", "127.0.0.1", "--cores", "1", "--memory", "2g", "--webui-port", "0", "--work-dir", str(place)]
        return self._start("Worker", *options, self.url)

    def _start(self, role: str, *arguments: str) -> subprocess.Popen:
        command = [_SPARK / "bin" / "spark-class", f"org.apache.spark.deploy.{role.lower()}.{role}", *arguments]
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
        with open(self._folder / f"{role.lower()}.log", "ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, env=environment)

    def kill(self, worker: subprocess.Popen) -> None:
        """Kills a worker and its executor, as a machine that goes dark."""
        for process in [worker.pid, *_descendants(worker.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        worker.wait()

    def submit(self, *arguments: str | Path) -> subprocess.CompletedProcess:
        """Runs a job on the cluster."""
        settings = {"spark.executor.memory": "1g", "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
        settings |= {"spark.driver.host": "127.0.0.1", "spark.executorEnv.SPARK_LOCAL_IP": "127.0.0.1"}
        # A task for each file, so that there is a middle.
        settings["spark.sql.files.maxPartitionBytes"] = "36m"
        options = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
        command = [_SPARK / "bin" / "spark-submit", "--master", self.url, *options, *arguments]
        environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            sys.exit(f"FAILED: {done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            self.kill(worker)
        self._master.kill()
        self._master.wait()


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def _descendants(process: int) -> Iterator[int]:
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(path.read_text().rpartition(")")[2].split()[1]) == process:
                child = int(path.parent.name)
                yield from _descendants(child)
                yield child


def answers_of_command_line(program: str, data: str, table: Path, output: Path) -> tuple[dict[int, dict], float, float]:
    """The answers for each key, with the seconds and the processor seconds that they took."""
    started, before = time.perf_counter(), processor_seconds()
    command = [program, "screen", table, "--data", data, "--map", "id=key", "--format", "ndjson", "--output", output]
    subprocess.run([*command, "--quiet", "--exit-zero"], check=True)
    seconds, used = time.perf_counter() - started, processor_seconds() - before
    answers: dict[int, dict] = {}
    with open(output, encoding="utf-8") as lines:
        for line in lines:
            answers[int(json.loads(line)["id"])] = answer_of_line(line)
    return answers, seconds, used


def answers_of_table(folder: Path) -> dict[int, dict]:
    """The answers for each key in what a job wrote."""
    answers: dict[int, dict] = {}
    for row in pyarrow.parquet.read_table(folder).to_pylist():
        if row["key"] in answers:
            sys.exit(f"FAILED: the row with key {row['key']} stands twice in {folder}")
        answers[row["key"]] = answer_of_column(row["hegui"])
    return answers


def hold(folder: Path, expected: dict[int, dict]) -> None:
    """Ends the test unless the answers in `folder` are the expected ones."""
    found = answers_of_table(folder)
    if found == expected:
        print(f"{len(found)} answers, all equal to those of the command line")
        return
    wrong = [key for key in found.keys() | expected.keys() if found.get(key) != expected.get(key)]
    sys.exit(f"FAILED: {len(wrong)} rows differ from the command line, such as those with keys {sorted(wrong)[:5]}")


def main() -> None:
    """Runs the test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="a release build of hegui")
    parser.add_argument("--data", required=True, help="the folder that holds rules and corpus")
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--registrations", type=Path, help="a folder that holds registrations-50k.tsv")
    parser.add_argument("--work", type=Path, help="where to keep the table; one that is there is taken again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hegui-cluster-") as temporary:
        folder = Path(temporary)
        tables = arguments.work or folder / "tables"
        if not tables.exists():
            make(tables, arguments.rows, arguments.registrations)
        archive = folder / "hegui.tar.gz"
        subprocess.run([_FOLDER.parent / "make-archive", arguments.program, arguments.data, archive], check=True)
        print(f"load of the machine: {os.getloadavg()[0]:.1f}")
        expected, seconds, used = answers_of_command_line(
            arguments.program, arguments.data, tables / "table.csv", folder / "expected.ndjson"
        )
        print(f"command line: {arguments.rows / seconds:,.0f} rows/s, {used:.1f} processor s, {len(expected)} answers")
        with Cluster(folder) as cluster:
            _measure(cluster, tables / "table.parquet", archive, folder, expected, arguments.rows)
            _kill_a_worker(cluster, tables / "table.parquet", archive, folder, expected, arguments.rows)


def _measure(cluster: Cluster, table: Path, archive: Path, folder: Path, expected: dict[int, dict], rows: int) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    used: dict[str, float] = {}
    for name, job in {
        "to Python and back": [_FOLDER / "identity.py", table],
        "screened": [
            *["--archives", f"{archive}#hegui", _FOLDER.parent / "screen_table.py", table, folder / "output"],
            *["--map", "id=key", "--overwrite"],
        ],
    }.items():
        started, before = time.perf_counter(), processor_seconds()
        done = cluster.submit(*job)
        seconds = time.perf_counter() - started
        used[name] = processor_seconds() - before
        print(f"{name}: {seconds:.1f} s from submit to end, {rows / seconds:,.0f} rows/s, {used[name]:.1f} processor s")
    # spark-submit passes on all that the job prints as its own standard output.
    print(done.stdout, end="")
    steps = {name: float(value) for value, name in re.findall(r"([\d.]+) s (\w[^,]+)", done.stdout.splitlines()[-1])}
    whole = used["screened"]
    parts = {"Hegui": steps["processor time of Hegui"], "the pipe": steps["of the pipe"]}
    parts["making CSV and columns"] = steps["of making rows into CSV"] + steps["of making answers into columns"]
    parts["Spark with Python"] = whole - sum(parts.values())
    print("share of the processor time: " + ", ".join(f"{name} {value / whole:.0%}" for name, value in parts.items()))
    if f"{rows} rows:" not in done.stdout:
        sys.exit("FAILED: the job counts other rows")
    hold(folder / "output", expected)


def _kill_a_worker(cluster: Cluster, table: Path, archive: Path, folder: Path, expected: dict[int, dict], rows: int) -> None:
    output = folder / "killed"
    victim = cluster.workers[0]
    killed: list[int] = []

    def kill_in_the_middle() -> None:
        whole = sum(1 for _ in table.glob("*.parquet"))
        # Tasks that are done stand below the output until all are.
        while not killed:
            done = sum(1 for _ in output.glob("_temporary/*/task_*"))
            if done >= max(1, whole // 4):
                killed.append(done)
                cluster.kill(victim)
            time.sleep(0.02)

    threading.Thread(target=kill_in_the_middle, daemon=True).start()
    job = ["--archives", f"{archive}#hegui", _FOLDER.parent / "screen_table.py", table, output, "--map", "id=key"]
    started = time.perf_counter()
    done = cluster.submit(*job)
    if not killed:
        sys.exit("FAILED: the job ended before a worker was killed")
    repeated = len(re.findall(r"Starting task \d+\.[1-9]", done.stderr))
    print(f"a worker killed after {killed[0]} tasks: {time.perf_counter() - started:.1f} s, {repeated} tasks run again")
    if not repeated:
        sys.exit("FAILED: no task was lost, so nothing was shown")
    if f"{rows} rows:" not in done.stdout:
        sys.exit("FAILED: the job counts other rows")
    hold(output, expected)


if __name__ == "__main__":
    main()
