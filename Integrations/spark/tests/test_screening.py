"""Screens small tables in local mode: HEGUI=PROGRAM HEGUI_DATA=FOLDER python test_screening.py"""

from __future__ import annotations

import contextlib
import io
import json
import os
import platform
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(_FOLDER), str(_FOLDER.parent)]
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql.types import ArrayType, StructType

import screen_table
from answers import answer_of_column, answer_of_line
from hegui_spark import VERDICT_TYPE, HeguiError, screen
from hegui_spark.screening import prepared, screened

_PROGRAM = os.environ["HEGUI"]
_DATA = os.environ["HEGUI_DATA"]
_RECORDS = Path(_DATA) / "corpus" / "records"


class _SparkTests(unittest.TestCase):
    """Tests on two cores, where a task that fails is tried three times more."""

    spark: SparkSession

    @classmethod
    def setUpClass(cls) -> None:
        builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", False)
        builder = builder.config("spark.ui.showConsoleProgress", False)
        cls.spark = builder.config("spark.sql.shuffle.partitions", 2).getOrCreate()
        cls.spark.sparkContext.setLogLevel("OFF")

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="hegui-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def table(self, rows: list[tuple], *columns: str) -> DataFrame:
        """A table of two partitions, all of whose cells are texts."""
        schema = ", ".join(f"`{column}` string" for column in columns)
        return self.spark.createDataFrame(rows, schema).repartition(2)

    def script(self, text: str) -> str:
        """The path of a program that is a script; `$HEGUI` in it is the real one."""
        path = self.folder / "bin" / "hegui"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\nHEGUI='{_PROGRAM}' HEGUI_DATA='{_DATA}'\nexport HEGUI_DATA\ncd '{self.folder}'\n{text}\n")
        path.chmod(0o755)
        return str(path)


def _screen(df: DataFrame, **options) -> DataFrame:
    return screen(df, **{"program": _PROGRAM, "data": _DATA, **options})


def _verdicts(df: DataFrame) -> dict:
    """The verdict of each row, or why it was rejected, by its first column."""
    return {row[0]: row["hegui"]["verdict"] or row["hegui"]["rejected"] for row in df.collect()}


def _answers(rows: list[Row]) -> list[dict]:
    """What the rows say, without an order."""
    return sorted((answer_of_column(row["hegui"].asDict(recursive=True)) for row in rows), key=json.dumps)


class VerdictTests(_SparkTests):
    """The verdicts are those of the command line, in its own words."""

    def records(self) -> DataFrame:
        """The project's labelled records, as texts, in two partitions."""
        reader = self.spark.read.option("header", True).option("escape", '"').option("multiLine", True)
        return reader.csv([str(path) for path in sorted(_RECORDS.glob("labelled-zh*.csv"))]).repartition(2)

    def command_line(self, *options: str) -> list[dict]:
        """What the command line says of the same records, without an order."""
        paths = map(str, sorted(_RECORDS.glob("labelled-zh*.csv")))
        command = [_PROGRAM, "screen", *paths, "--data", _DATA, "--format", "ndjson", "--quiet", "--exit-zero", *options]
        lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
        return sorted(map(answer_of_line, lines), key=json.dumps)

    def test_flagged_rows_are_those_of_the_command_line(self) -> None:
        rows = _screen(self.records()).collect()
        self.assertGreater(len(rows), 50)
        self.assertEqual(_answers(rows), self.command_line())

    def test_all_rows_with_an_older_pack_and_english_quotes(self) -> None:
        rows = _screen(self.records(), all=True, pack="yinfa-2021-237", lang="en").collect()
        expected = self.command_line("--all", "--pack", "yinfa-2021-237", "--lang", "en")
        self.assertEqual(_answers(rows), expected)

    def test_every_member_of_the_answers_has_a_column(self) -> None:
        def check(value: object, kind: object, path: str) -> None:
            if isinstance(value, list):
                self.assertIsInstance(kind, ArrayType, path)
                for item in value:
                    check(item, kind.elementType, f"{path}[]")
            elif isinstance(value, dict):
                self.assertIsInstance(kind, StructType, path)
                for name, member in value.items():
                    self.assertIn(name, kind.names, path)
                    check(member, kind[name].dataType, f"{path}.{name}")

        for answer in self.command_line("--all"):
            check(answer, VERDICT_TYPE, "hegui")

    def test_chunks_and_batches_change_nothing(self) -> None:
        records = self.records().coalesce(1)
        partition = prepared(records, {}, program=_PROGRAM, data=_DATA, all=True)
        whole = screened(records, partition).collect()
        self.spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 7)
        self.addCleanup(self.spark.conf.unset, "spark.sql.execution.arrow.maxRecordsPerBatch")
        object.__setattr__(partition, "chunk_bytes", 4000)
        self.assertEqual(screened(records, partition).collect(), whole)
        self.assertEqual(len(whole), records.count())

    def test_columns_of_any_name_and_type_are_passed_on(self) -> None:
        df = self.spark.sql(
            "select 7L as `统一.代码`, date'2026-02-06' as d, named_struct('x', 1) as nested, 1.5BD as n, 'RWA' as `n,a=\"me`"
        )
        (row,) = _screen(df, name='n,a="me').collect()
        self.assertEqual(row[:-1], df.collect()[0])
        self.assertEqual(row.__fields__, [*df.columns, "hegui"])

    def test_lists_of_former_names_are_screened(self) -> None:
        df = self.spark.sql("select '甲公司' as name, array('乙公司', null, '甲RWA科技有限公司') as `曾用名`")
        (row,) = _screen(df).collect()
        self.assertEqual(row.hegui.verdict, "review")
        self.assertEqual(row.hegui.record.otherNames, ["乙公司", "甲RWA科技有限公司"])

    def test_numbers_dates_and_truth_values_are_texts(self) -> None:
        df = self.spark.sql(
            "select '甲RWA科技有限公司' as name, 12345678901234567890BD as id, date'2020-01-01' as `成立日期`, true as status,"
            " timestamp'2020-01-01 00:00:00' as approval, 1.5D as actor, null as scope"
        )
        (row,) = _screen(df).collect()
        record = row.hegui.record
        self.assertEqual((record.id, record.registrationDate), ("12345678901234567890", "2020-01-01"))
        self.assertEqual((record.registrationStatus, record.actor, record.scope), ("true", "1.5", None))

    def test_no_row_and_no_finding(self) -> None:
        df = self.table([("1", "某某商店"), ("2", None)], "id", "name")
        self.assertEqual(_screen(df).count(), 0)
        self.assertEqual(_verdicts(_screen(df.where("false"), all=True)), {})
        self.assertEqual(_verdicts(_screen(df, all=True)), {"1": "clear", "2": "clear"})


class HostileRowTests(_SparkTests):
    """A row is screened, or rejected with the reason; and the rows beside it come out as they would alone."""

    def test_hostile_texts(self) -> None:
        rows = {
            "nul": "R\0WA",
            "breaks": "虚拟\n货币",
            "returns": "RWA\r\n\r",
            "quotes": '"RWA","',
            "header": "name",
            "long": "长" * 1_000_000 + "，RWA",
            "huge": "长" * 6_000_000,
            "null": None,
            "empty": "",
            "private": "\ue000\uffff\U0010ffff RWA",
            "json": '{"name":"RWA"}',
            "formula": "=cmd|'RWA'!A1",
        }
        found = _verdicts(_screen(self.table(list(rows.items()), "key", "name"), all=True))
        clear = {key for key, verdict in found.items() if verdict == "clear"}
        self.assertEqual(found["huge"], "the row is longer than 16 MiB")
        self.assertEqual(clear, {"header", "null", "empty"})
        self.assertEqual(found.keys(), rows.keys())

    def test_bytes_that_are_no_text(self) -> None:
        broken = {
            "bad": "525741FF",
            "long": "525741FF" * 100_000,
            "surrogate": "525741EDA080",
            "good": "525741",
            "zeros": "000000",
        }
        df = self.table(list(broken.items()), "key", "bytes")
        found = _verdicts(_screen(df.selectExpr("key", "cast(unhex(bytes) as string) as name"), all=True))
        self.assertEqual(found["bad"], "bytes that are not valid in the file's encoding")
        self.assertEqual({found["surrogate"], found["long"]}, {found["bad"]})
        self.assertEqual(found["good"], "review")
        self.assertEqual(len(found), 5)

    def test_columns_that_hold_no_text_are_refused(self) -> None:
        for kind in ["named_struct('a', 'b')", "map('a', 'b')", "array(1)", "x'00'"]:
            with self.subTest(kind), self.assertRaisesRegex(HeguiError, "column '企业名称' is of type"):
                _screen(self.spark.sql(f"select 'x' as scope, {kind} as `企业名称`"))

    def test_columns_that_are_not_there_or_there_twice(self) -> None:
        df = self.spark.sql("select 1 as a, 2 as a, 'x' as `企业名称`")
        with self.assertRaisesRegex(HeguiError, "no column '企业名'; did you mean '企业名称'"):
            _screen(df, name="企业名")
        with self.assertRaisesRegex(HeguiError, "2 columns are called 'a'"):
            _screen(df, name="a")
        with self.assertRaisesRegex(HeguiError, "'nmae' is not a field"):
            _screen(df, nmae="a")
        with self.assertRaisesRegex(HeguiError, "no column holds a name"):
            _screen(df.drop("企业名称"))
        with self.assertRaisesRegex(HeguiError, "column 'hegui' already"):
            _screen(self.spark.sql("select 'x' as name, 1 as Hegui"))
        self.assertEqual(_screen(df).columns, ["a", "a", "企业名称", "hegui"])


class ProgramTests(_SparkTests):
    """What is wrong with the program or its rules is said, by the driver where it can be."""

    def rows(self) -> DataFrame:
        """Four rows, two of them flagged."""
        return self.table([("1", "甲RWA科技有限公司"), ("2", "甲"), ("3", "甲稳定币有限公司"), ("4", "乙")], "id", "name")

    def refused(self, expected: str, **options) -> None:
        """Holds that the driver refuses, with a text that matches `expected`."""
        with self.assertRaisesRegex(HeguiError, expected):
            _screen(self.rows(), **options)

    def test_programs_that_can_not_run(self) -> None:
        other = self.folder / "other"
        machine = 0xB7 if platform.machine() != "aarch64" else 0x3E
        other.write_bytes(b"\x7fELF\2\1\1".ljust(16, b"\0") + struct.pack("<HH", 2, machine) + bytes(60))
        other.chmod(0o755)
        self.refused("there is no program '/nowhere/hegui'", program="/nowhere/hegui")
        self.refused("there is no program '.*hegui-9'; ship it with --archives", program="hegui-9")
        self.refused("is no program: Permission denied", program=str(_RECORDS / "sample.csv"))
        self.refused("is built for .*, and this machine is", program=str(other))
        self.refused("ended with status 1: .*cat", program="/bin/cat")
        self.refused("is not Hegui|wasn't given all rows", program="/bin/echo")
        self.refused("there is no archive 'nowhere.tar.gz'", archive="nowhere.tar.gz")

    def test_rules_that_do_not_load(self) -> None:
        self.refused("there is no pack 'nothing'", pack="nothing")
        self.refused("is not a data folder", data=str(self.folder))
        rules = self.folder / "broken" / "rules" / "yinfa-2026-42"
        rules.mkdir(parents=True)
        (self.folder / "broken" / "corpus").symlink_to(Path(_DATA) / "corpus")
        (rules / "pack.yaml").write_text("version: [")
        self.refused("pack.yaml", data=str(self.folder / "broken"))

    def failed(self, script: str) -> str:
        """What a job says whose program is `script`."""
        said = io.StringIO()
        path = self.folder / "table"
        self.rows().write.parquet(str(path))
        with contextlib.redirect_stderr(said), self.assertRaises(SystemExit) as ended:
            screen_table.main([str(path), str(self.folder / "output"), "--program", self.script(script)])
        self.assertEqual(ended.exception.code, 2)
        self.assertFalse((self.folder / "output" / "_SUCCESS").exists())
        return said.getvalue()

    def test_a_program_that_breaks_on_an_executor(self) -> None:
        # The driver's two questions are answered.
        said = self.failed('echo >> asked; [ $(wc -l < asked) -gt 2 ] && { echo "no room" >&2; exit 2; }; exec "$HEGUI" "$@"')
        self.assertRegex(said, r"^screen_table.py: error: \S+: '.*hegui' ended with status 2: no room\n$")

    def test_another_version_on_an_executor(self) -> None:
        said = self.failed('[ "$1" = --version ] && { echo >> asked; wc -l < asked; exit 0; }; exec "$HEGUI" "$@"')
        self.assertRegex(said, r"Hegui here is hegui \d, .*, and on the driver hegui 1, .*; ship one to all")

    def test_a_run_that_is_killed_is_made_again(self) -> None:
        # Of the runs that screen, every other one is killed when it has answered in part.
        script = self.script(
            'case "$*" in *--rejects*)\n'
            '  mkdir turn 2>/dev/null && { "$HEGUI" "$@" | head -c 99; kill -9 $$; }; rmdir turn;; esac\n'
            'exec "$HEGUI" "$@"'
        )
        found = _verdicts(_screen(self.rows().coalesce(1), program=script))
        self.assertEqual(found, {"1": "prohibited", "3": "prohibited"})

    def test_an_archive_is_unpacked_and_used(self) -> None:
        self.script('exec "$HEGUI" "$@"')
        archive = self.folder / "hegui.tar.gz"
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(self.folder / "bin", "bin")
        for _ in range(2):
            found = _verdicts(screen(self.rows(), archive=str(archive), program="shipped"))
            self.assertEqual(found, {"1": "prohibited", "3": "prohibited"})
        os.utime(archive, (0, 0))
        self.refused("something else was shipped as 'shipped'", archive=str(archive), program="shipped")


class JobTests(_SparkTests):
    """The job reads and writes tables, counts, and says what is wrong."""

    def job(self, *arguments: str) -> str:
        """What the job says on standard error."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            screen_table.main([*arguments, "--program", _PROGRAM, "--data", _DATA])
        return said.getvalue()

    def refused(self, *arguments: str) -> str:
        """What the job says when it can't run."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said), self.assertRaises(SystemExit) as ended:
            screen_table.main([*arguments, "--program", _PROGRAM, "--data", _DATA])
        self.assertEqual(ended.exception.code, 2)
        return said.getvalue()

    def test_parquet_is_screened_once_and_counted(self) -> None:
        rows = [(str(number), "RWA" if number % 10 == 0 else "甲") for number in range(100)]
        table, output = str(self.folder / "table"), str(self.folder / "output")
        self.table(rows, "编号", "单位").write.parquet(table)
        said = self.job(table, output, "--map", "name=单位")
        self.assertIn("100 rows: 0 prohibited, 0 restricted, 10 review, 90 no finding\n0 rows rejected\n", said)
        written = self.spark.read.parquet(output)
        self.assertEqual(sorted(_verdicts(written)), sorted(str(number) for number in range(0, 100, 10)))
        self.assertEqual(written.where("hegui.findings[0].basis.provision = 'art_8'").count(), 10)
        self.assertIn("is there already", self.refused(table, output))
        self.assertIn("is the input", self.refused(table, table, "--overwrite"))

    def test_a_table_without_rows(self) -> None:
        table, output = str(self.folder / "table"), str(self.folder / "output")
        self.table([], "name").write.parquet(table)
        said = self.job(table, output)
        self.assertIn("0 rows: 0 prohibited, 0 restricted, 0 review, 0 no finding\n0 rows rejected\n", said)
        self.assertEqual(self.spark.read.parquet(output).columns, ["name", "hegui"])

    def test_csv_with_rows_that_can_not_be_read(self) -> None:
        path, output, rejects = (str(self.folder / name) for name in ("table.csv", "output", "rejects"))
        lines = [b"\xef\xbb\xbfid,name,scope", b"1,RWA", b"2,RWA,x,y", b"3,RWA\xff,x", b'4,"""RWA"", x",y', b"5,a,b"]
        Path(path).write_bytes(b"\n".join(lines) + b"\n")
        said = self.job(path, output, "--rejects", rejects)
        self.assertIn("5 rows: 0 prohibited, 0 restricted, 2 review, 1 no finding\n2 rows rejected\n", said)
        self.assertEqual(
            _verdicts(self.spark.read.parquet(rejects)),
            {"2": "4 cells where the header has 3 columns", "3": "bytes that are not valid in the file's encoding"},
        )
        self.assertEqual(sorted(_verdicts(self.spark.read.parquet(output))), ["1", "2", "3", "4"])

    def test_csv_in_gb18030_with_line_breaks_in_cells(self) -> None:
        path, output = str(self.folder / "table.txt"), str(self.folder / "output")
        Path(path).write_bytes('编号;名称\n1;"虚拟\n货币"\n'.encode("gb18030"))
        self.job(path, output, "--format", "csv", "--encoding", "GB18030", "--delimiter", ";", "--multiline")
        self.assertEqual(_verdicts(self.spark.read.parquet(output)), {"1": "review"})

    def test_what_is_wrong_is_said_in_a_line(self) -> None:
        output = str(self.folder / "output")
        self.assertRegex(self.refused("/nowhere.parquet", output), "^screen_table.py: error: .*nowhere.parquet.*\n$")
        sample = str(_RECORDS / "sample.csv")
        self.assertIn("'nothing' is not a field", self.refused(sample, output, "--map", "nothing=1"))
        self.assertIn("'name' is not of the form field=column", self.refused(sample, output, "--map", "name"))
        self.assertIn("there is no column 'x'", self.refused(sample, output, "--map", "name=x"))
        self.assertFalse(os.path.exists(output))


if __name__ == "__main__":
    unittest.main(warnings="ignore")
