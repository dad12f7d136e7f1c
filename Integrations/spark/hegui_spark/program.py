"""The program and its rules: where they are on a machine, and whether they are what the driver saw."""

from __future__ import annotations

import os
import platform
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from pyspark import SparkFiles

from hegui_spark.errors import HeguiError

# e_machine of the ELF header, after the names that `uname -m` gives.
_MACHINES = {0x03: "i686", 0x28: "armv7l", 0x3E: "x86_64", 0xB7: "aarch64", 0xF3: "riscv64"}


@dataclass(frozen=True)
class Program:
    """The program `hegui`, and the folder that holds its rules and corpus.

    Each is an absolute path that is the same on every machine, or the name under which Spark ships a file or an
    archive (`--archives hegui.tar.gz#hegui`). An archive holds `bin/hegui`, and `lib` where libraries go with it.
    """

    program: str = "hegui"
    data: str | None = None

    def output(self, arguments: list[str], chunks: Iterable[bytes] = ()) -> bytes:
        """Runs the program, feeds it `chunks`, and returns all it writes to standard output.

        A thread feeds while the caller reads, so that neither waits for the other for good.
        """
        path = self._path()
        with tempfile.TemporaryFile() as errors:
            try:
                process = subprocess.Popen(
                    [path, *arguments, *self._data_option()],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    env=_environment(path),
                )
            except OSError as error:
                raise HeguiError(f"{_here()}: {_why_not_run(path, error)}") from error
            failures: list[Exception] = []
            with process:
                feeder = threading.Thread(target=_feed, args=(process, chunks, failures), daemon=True)
                feeder.start()
                output = process.stdout.read()
                feeder.join()
            if process.returncode == 0:
                if failures:
                    # The program can't know that what it read was not all.
                    raise HeguiError(f"{_here()}: '{path}' wasn't given all rows: {failures[0]}") from failures[0]
                return output
            errors.seek(0)
            said = errors.read(4000).decode("utf-8", "replace").strip()
        raise HeguiError(f"{_here()}: '{path}' {_how_ended(process.returncode, said)}")

    def _path(self) -> str:
        path = shipped(self.program)
        path = os.path.join(path, "bin", "hegui") if os.path.isdir(path) else path
        if not os.path.exists(path):
            raise HeguiError(
                f"{_here()}: there is no program '{path}'; ship it with --archives hegui.tar.gz#hegui, or name a path"
                " that every machine has"
            )
        return path

    def _data_option(self) -> list[str]:
        return ["--data", shipped(self.data)] if self.data else []


def shipped(name: str) -> str:
    """The path of what Spark ships under `name`; an absolute path is itself."""
    return name if os.path.isabs(name) else SparkFiles.get(name)


def _feed(process: subprocess.Popen, chunks: Iterable[bytes], failures: list[Exception]) -> None:
    """Writes all `chunks`, or adds to `failures` why it could not; a program that stopped early says more by its status."""
    try:
        with process.stdin as pipe:
            for chunk in chunks:
                pipe.write(chunk)
    except Exception as error:
        failures.append(error)


def _environment(path: str) -> dict[str, str]:
    libraries = os.path.join(os.path.dirname(os.path.dirname(path)), "lib")
    if os.path.basename(os.path.dirname(path)) != "bin" or not os.path.isdir(libraries):
        return dict(os.environ)
    others = os.environ.get("LD_LIBRARY_PATH")
    return {**os.environ, "LD_LIBRARY_PATH": f"{libraries}:{others}" if others else libraries}


def _here() -> str:
    return socket.gethostname()


def _why_not_run(path: str, error: OSError) -> str:
    with open(path, "rb") as file:
        head = file.read(20)
    if head[:4] != b"\x7fELF":
        return f"'{path}' is no program: {error.strerror}"
    machine = int.from_bytes(head[18:20], "little" if head[5] == 1 else "big")
    built = _MACHINES.get(machine, f"machine {machine}")
    if built != platform.machine():
        return f"'{path}' is built for {built}, and this machine is {platform.machine()}"
    return f"'{path}' can't be run: {error.strerror}"


def _how_ended(status: int, said: str) -> str:
    if status >= 0:
        return f"ended with status {status}: {said or 'it gave no reason'}"
    name = signal.Signals(-status).name
    return f"was ended by {name}" + (", perhaps for want of memory" if name == "SIGKILL" else f": {said}")
