"""Shows how screening scales: with the size of the file, on names and English text, from a cold start, with many more terms.

    python3 Benchmarks/peers/scale.py --hegui .build/release/hegui --shared FOLDER [--gigabytes 3] [--output FILE]

FOLDER holds `registrations-50k.tsv`, `equities.en.tsv` and `products.zh.txt`. Ripgrep must be installed, and `swiftc` for the
cold start. Everything is run several times and the shortest time counts, since the machine may have other work; what is
compared is run in turn, so that both meet the same machine. Results go to files. Ratios are what matters.
"""

import argparse
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

FEW = "虚拟货币 虚拟资产 加密货币 加密资产 稳定币 现实世界资产代币化 RWA 比特币 以太坊 以太币 泰达币 矿机 挖矿 代币 ICO USDT".split()


def once(command: list[str], output: pathlib.Path) -> tuple[float, float, int]:
    """The wall time and processor time in seconds, and the peak memory in megabytes."""
    start = time.perf_counter()
    with open(output, "wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed with status {process.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


class Bench:
    def __init__(self, folder: pathlib.Path, rounds: int, report) -> None:
        self.folder, self.rounds, self.report = folder, rounds, report

    def say(self, line: str = "") -> None:
        print(line, flush=True)
        if self.report:
            print(line, file=self.report, flush=True)

    def compare(self, commands: dict[str, list[str]], base: str, rounds: int | None = None) -> dict[str, tuple]:
        """Runs the commands in turn and prints the shortest times, with ratios to the command called `base`."""
        best: dict[str, tuple] = {}
        for _ in range(rounds or self.rounds):
            for name, command in commands.items():
                found = once(command, self.folder / "out")
                known = best.get(name, (float("inf"), float("inf"), 0))
                best[name] = (min(known[0], found[0]), min(known[1], found[1]), max(known[2], found[2]))
        self.say(f"| {'':44} | wall s | cpu s | wall ratio | cpu ratio | MB |")
        self.say(f"| {'-' * 44} | ---: | ---: | ---: | ---: | ---: |")
        for name, (wall, cpu, peak) in best.items():
            ratios = f"{wall / best[base][0]:10.2f} | {cpu / best[base][1]:9.2f}"
            self.say(f"| {name:44} | {wall:6.3f} | {cpu:5.3f} | {ratios} | {peak} |")
        self.say()
        return best


def repeat(source: pathlib.Path, target: pathlib.Path, size: int, header: bool) -> None:
    """Writes the lines of a file again and again until there are `size` bytes."""
    # In parts, since children begin with this process's memory.
    with open(target, "wb") as file:
        while file.tell() < size:
            with open(source, "rb") as part:
                first = part.readline()
                if not header or not file.tell():
                    file.write(first)
                shutil.copyfileobj(part, file, 1 << 20)


def names(source: pathlib.Path, target: pathlib.Path, count: int) -> None:
    """Writes `count` names of companies, every one of them another, one a line."""
    with open(source, encoding="utf-8", newline="") as file:
        known = [row["name"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["name"]]
    with open(target, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(f"{known[number % len(known)]}{number}\n")


def extended(project: pathlib.Path, folder: pathlib.Path, terms: list[str]) -> pathlib.Path:
    """A copy of the rules with a concept of more terms, and a rule that is tried wherever one of them stands."""
    for name in ("rules", "corpus"):
        shutil.copytree(project / name, folder / name)
    rule = folder / "rules" / "yinfa-2026-42" / "extra-terms"
    rule.mkdir()
    (rule / "rule.yaml").write_text(
        "id: yinfa-2026-42/extra-terms\nlike: yinfa-2026-42/registration-terms\n"
        "when:\n  near: {of: [extra-terms], to: [crypto-business], within: 12}\n",
        encoding="utf-8",
    )
    listed = ", ".join(f"'{term}'" for term in terms)
    (folder / "rules" / "lexicon" / "concepts" / "extra-terms.yaml").write_text(
        f"id: extra-terms\ntitle: {{zh: 附加词, en: extra terms}}\nterms:\n  - zh: [{listed}]\n", encoding="utf-8"
    )
    return folder


def empty_program(hegui: str, folder: pathlib.Path) -> list[str] | None:
    """A Swift program that does nothing and links the libraries that hegui links, or `None` without a compiler."""
    if not shutil.which("swiftc"):
        return None
    # What the dynamic section asks for itself; the rest comes with it.
    needed = subprocess.run(["readelf", "-d", hegui], capture_output=True, text=True, check=True).stdout
    wanted = {line.split("[")[1].split("]")[0] for line in needed.splitlines() if "(NEEDED)" in line}
    found = subprocess.run(["ldd", hegui], capture_output=True, text=True, check=True).stdout
    paths = [line.split()[2] for line in found.splitlines() if "=>" in line and line.split()[0] in wanted]
    (folder / "empty.swift").write_text("")
    program = folder / "empty"
    link = [part for path in ["--no-as-needed", *paths] for part in ("-Xlinker", path)]
    subprocess.run(["swiftc", "-O", str(folder / "empty.swift"), "-o", str(program), *link], check=True)
    return [str(program)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hegui", required=True, help="the release build of hegui")
    parser.add_argument("--shared", type=pathlib.Path, required=True, help="the folder with the real data")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--gigabytes", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=pathlib.Path, help="where the tables are written too")
    arguments = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    project = here.parents[1]
    hegui = str(pathlib.Path(arguments.hegui).resolve())
    report = open(arguments.output, "w", encoding="utf-8") if arguments.output else None
    with tempfile.TemporaryDirectory(prefix="hegui-scale-") as name:
        folder = pathlib.Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        bench = Bench(folder, arguments.rounds, report)

        def screen(path: pathlib.Path, *options: str, data: pathlib.Path = project) -> list[str]:
            result = ["--format", "ndjson", "--quiet", "--output", str(folder / "result")]
            return [hegui, "screen", str(path), "--data", str(data), *result, *options]

        def ripgrep(terms: pathlib.Path, path: pathlib.Path) -> list[str]:
            return ["rg", "-F", "-i", "-c", "-f", str(terms), str(path)]

        few, pack = folder / "few", folder / "pack"
        few.write_text("\n".join(FEW) + "\n", encoding="utf-8")
        with open(pack, "wb") as file:
            subprocess.run([hegui, "rules", "terms", "--data", str(project)], check=True, stdout=file)
        rows = folder / "rows.csv"
        make = [sys.executable, str(here / "make_rows.py"), str(rows), "--rows", str(arguments.rows)]
        subprocess.run(make + ["--data", str(arguments.shared)], check=True)

        bench.say(f"1. {arguments.rows:,} rows, {rows.stat().st_size / 1e6:.0f} MB")
        best = bench.compare(
            {
                "ripgrep, 16 terms": ripgrep(few, rows),
                "ripgrep, the pack's terms": ripgrep(pack, rows),
                "hegui, whole pack, 2 workers": screen(rows, "--threads", "2"),
                "hegui, whole pack, 1 worker": screen(rows, "--threads", "1"),
            },
            "ripgrep, 16 terms",
        )
        gain = best["hegui, whole pack, 1 worker"][0] / best["hegui, whole pack, 2 workers"][0]
        bench.say(f"two workers are {gain:.2f} times as fast as one\n")

        size = int(arguments.gigabytes * 1e9)
        large = folder / "large.csv"
        repeat(rows, large, size, header=True)
        bench.say(f"   the same rows again and again, {large.stat().st_size / 1e9:.1f} GB")
        bench.compare(
            {"hegui, 2 workers, once": screen(rows, "--threads", "2"), "hegui, 2 workers, large": screen(large, "--threads", "2")},
            "hegui, 2 workers, once",
            rounds=2,
        )
        large.unlink()

        bench.say("2. names one a line, and English text")
        listed = folder / "names.txt"
        names(arguments.shared / "registrations-50k.tsv", listed, 5 * arguments.rows)
        bench.say(f"   {5 * arguments.rows:,} names, {listed.stat().st_size / 1e6:.0f} MB")
        bench.compare(
            {
                "ripgrep, the pack's terms": ripgrep(pack, listed),
                "hegui": screen(listed),
            },
            "ripgrep, the pack's terms",
        )
        english = folder / "english.tsv"
        repeat(arguments.shared / "equities.en.tsv", english, 250_000_000, header=True)
        bench.say(f"   English, {english.stat().st_size / 1e6:.0f} MB")
        bench.compare(
            {"ripgrep, the pack's terms": ripgrep(pack, english), "hegui": screen(english)}, "ripgrep, the pack's terms"
        )
        listed.unlink()
        english.unlink()

        bench.say("3. cold start of one check")
        check = [hegui, "check", "--data", str(project), "--name", "深圳前海RWA数字科技有限公司"]
        once(check, folder / "out")
        if empty := empty_program(hegui, folder):
            bench.compare({"an empty program, the same libraries": empty, "hegui check": check}, "an empty program, the same libraries", rounds=25)
        else:
            bench.say("swiftc isn't installed: skipped")

        bench.say("4. 10,000 more terms")
        lines = (arguments.shared / "products.zh.txt").read_text(encoding="utf-8").split("\n")
        phrases = [line for line in lines if len(line) >= 3 and not set("'\"\\") & set(line)]
        phrases = phrases[:: max(1, len(phrases) // 10_000)][:10_000]
        commands = {"hegui, the pack as it is": screen(rows)}
        for title, terms in (("with 币 appended", [phrase + "币" for phrase in phrases]), ("as they stand", phrases)):
            place = folder / f"data-{len(commands)}"
            place.mkdir()
            commands[f"hegui, 10,000 phrases more, {title}"] = screen(rows, data=extended(project, place, terms))
        for command in commands.values():
            once(command, folder / "out")
        bench.compare(commands, "hegui, the pack as it is", rounds=3)


if __name__ == "__main__":
    main()
