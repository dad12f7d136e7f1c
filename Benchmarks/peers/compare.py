"""Screens one large CSV with hegui and with other people's tools, one after the other, and compares their times.

    python3 -m venv VENV && VENV/bin/pip install polars duckdb hyperscan pyahocorasick
    VENV/bin/python Benchmarks/peers/compare.py --hegui .build/release/hegui --data FOLDER

Every tool reads the same file and writes what it finds to a file. hegui applies the whole pack, with every way of writing a
term; the others look for plain words, so what they find is checked to be what plain words can find. Tools that aren't
installed are skipped, saying so. Ratios are to ripgrep with 16 terms; below 1 is faster.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TERMS = (
    "虚拟货币 虚拟资产 加密货币 加密资产 稳定币 现实世界资产代币化 RWA 比特币 以太坊 以太币 泰达币 矿机 挖矿 代币 ICO USDT"
).split()

POLARS = """
import sys, polars as pl
terms = open(sys.argv[2], encoding="utf-8").read().split("\\n")[:-1]
frame = pl.scan_csv(sys.argv[1])
hit = pl.any_horizontal([pl.col(c).str.contains_any(terms, ascii_case_insensitive=True) for c in ("name", "scope")])
print(frame.filter(hit).select(pl.len()).collect(engine="streaming").item(), file=open(sys.argv[3], "w"))
"""

DUCKDB = """
import re, sys, duckdb
terms = open(sys.argv[2], encoding="utf-8").read().split("\\n")[:-1]
pattern = "(?i)" + "|".join(re.escape(t) for t in terms)
query = "select count(*) from read_csv(?, header=true, all_varchar=true) where regexp_matches(name, ?) or regexp_matches(scope, ?)"
print(duckdb.execute(query, [sys.argv[1], pattern, pattern]).fetchone()[0], file=open(sys.argv[3], "w"))
"""

VECTORSCAN = """
import sys, hyperscan
terms = open(sys.argv[2], encoding="utf-8").read().split("\\n")[:-1]
database = hyperscan.Database()
flags = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_UTF8
literal = "".join
escaped = [("".join("\\\\x{%x}" % ord(c) for c in t)).encode() for t in terms]
database.compile(expressions=escaped, ids=list(range(len(escaped))), elements=len(escaped), flags=[flags] * len(escaped))
data = open(sys.argv[1], "rb").read()
lines = set()
last = [-1]
def found(pattern, start, end, flags, context):
    line = data.rfind(b"\\n", 0, end)
    if line != last[0]:
        last[0] = line
        lines.add(line)
database.scan(data, match_event_handler=found)
print(len(lines), file=open(sys.argv[3], "w"))
"""

AHOCORASICK = """
import csv, sys, ahocorasick
terms = open(sys.argv[2], encoding="utf-8").read().split("\\n")[:-1]
automaton = ahocorasick.Automaton()
for term in terms: automaton.add_word(term.lower(), term)
automaton.make_automaton()
count = 0
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if any(next(automaton.iter(row[c].lower()), None) for c in ("name", "scope")): count += 1
print(count, file=open(sys.argv[3], "w"))
"""


def run(command: list[str], output: pathlib.Path | None, rounds: int) -> tuple[float, float, int]:
    """The median wall time and processor time in seconds, and the peak memory in megabytes of all rounds so far."""
    walls, processors, peak = [], [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        with open(output, "wb") if output else open(os.devnull, "wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        walls.append(time.perf_counter() - start)
        processors.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss // 1024)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command[0]} failed with status {process.returncode}")
    return statistics.median(walls), statistics.median(processors), peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hegui", required=True, help="the release build of hegui")
    parser.add_argument("--data", default=os.environ.get("HEGUI_REGISTRATIONS"), help="a folder with registrations-50k.tsv")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    project = here.parents[1]
    hegui = [arguments.hegui]
    with tempfile.TemporaryDirectory(prefix="hegui-peers-") as name:
        folder = pathlib.Path(name)
        rows = folder / "rows.csv"
        make = [sys.executable, str(here / "make_rows.py"), str(rows), "--rows", str(arguments.rows)]
        subprocess.run(make + (["--data", arguments.data] if arguments.data else []), check=True)
        few, many = folder / "16.txt", folder / "pack.txt"
        few.write_text("".join(f"{term}\n" for term in TERMS), encoding="utf-8")
        terms = subprocess.run(
            hegui + ["rules", "terms", "--data", str(project)], check=True, capture_output=True, text=True
        ).stdout
        many.write_text(terms, encoding="utf-8")
        print(f"{rows.stat().st_size / 1e6:.0f} MB, {arguments.rows} rows, {terms.count(chr(10))} terms in the pack")
        # Read once beforehand, so that no tool waits for the disk; in parts, since children begin with this process's memory.
        with open(rows, "rb") as file:
            while file.read(1 << 20):
                pass

        table: list[tuple[str, float, float, int, str]] = []

        def measure(title: str, command: list[str], found: pathlib.Path | None = None) -> str:
            result = found or folder / "found.txt"
            wall, processor, peak = run(command, None if found else result, arguments.rounds)
            text = result.read_text(encoding="utf-8").strip()
            table.append((title, wall, processor, peak, text if text.isdigit() else f"{text.count(chr(10)) + 1}"))
            return text

        screen = hegui + ["screen", str(rows), "--data", str(project), "--format", "ndjson", "--quiet"]
        outputs = set()
        for threads in (2, 1):
            output = folder / f"hegui-{threads}.ndjson"
            measure(
                f"hegui, whole pack, {threads} at a time",
                screen + ["--threads", str(threads), "--output", str(output)],
                output,
            )
            outputs.add(output.read_bytes())
        if len(outputs) != 1:
            raise SystemExit("hegui: one and two workers gave different results")

        base = None
        if shutil.which("rg"):
            plain = measure("ripgrep, 16 terms", ["rg", "-F", "-i", "-c", "-f", str(few), str(rows)])
            base = table[-1][1]
            measure("ripgrep, the pack's terms", ["rg", "-F", "-i", "-c", "-f", str(many), str(rows)])
            expected = {few: int(plain), many: int(table[-1][4])}
        else:
            print("ripgrep isn't installed: skipped")
            expected = {}
        for module, title, script in [
            ("polars", "polars contains_any", POLARS),
            ("duckdb", "DuckDB regexp_matches", DUCKDB),
            ("hyperscan", "Vectorscan", VECTORSCAN),
            ("ahocorasick", "Python csv, pyahocorasick", AHOCORASICK),
        ]:
            if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode:
                print(f"{module} isn't installed: skipped")
                continue
            for words, what in ((few, "16 terms"), (many, "the pack's terms")):
                found = folder / "count.txt"
                text = measure(f"{title}, {what}", [sys.executable, "-c", script, str(rows), str(words), str(found)], found)
                # ripgrep counts lines, and takes the third column too.
                if words in expected and abs(int(text) - expected[words]) > max(2, expected[words] // 100):
                    raise SystemExit(f"{title}: {text} rows with {what}, where ripgrep finds {expected[words]}")

        print(f"\n| {'tool':44} | wall s | ratio | cpu s | MB | rows |")
        print(f"| {'-' * 44} | ---: | ---: | ---: | ---: | ---: |")
        for title, wall, processor, peak, text in table:
            ratio = f"{wall / base:5.2f}" if base else "    -"
            print(f"| {title:44} | {wall:6.2f} | {ratio} | {processor:5.2f} | {peak} | {text} |")


if __name__ == "__main__":
    main()
