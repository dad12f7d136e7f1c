"""Makes a CSV of many rows, every one of them another, of a folder of real registrations or of the project's own records.

Rows are made unique by a number in name and scope, and shuffled. The same arguments give the same bytes.
"""

import argparse
import csv
import pathlib
import random


def registrations(folder: pathlib.Path) -> list[tuple[str, str, str]]:
    """The name, scope and province of each row of `registrations-50k.tsv`."""
    rows = []
    with open(folder / "registrations-50k.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows.append((row["name"] or "", row["scope"] or "", row["province"] or ""))
    return rows


def records(project: pathlib.Path) -> list[tuple[str, str, str]]:
    """The labelled records of the project, which are few and half of them flagged."""
    rows = []
    for path in sorted((project / "corpus" / "records").glob("*.csv")):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                text = row.get("scope") or row.get("description") or ""
                rows.append((row.get("name") or "", text, row.get("jurisdiction") or ""))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--data", type=pathlib.Path, help="a folder that holds registrations-50k.tsv")
    arguments = parser.parse_args()
    project = pathlib.Path(__file__).resolve().parents[2]
    rows = registrations(arguments.data) if arguments.data else records(project)
    order = list(range(arguments.rows))
    random.Random(42).shuffle(order)
    with open(arguments.output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "scope", "province"])
        for number in order:
            name, scope, province = rows[number % len(rows)]
            writer.writerow([f"{name}{number}", f"{scope}；{number}", province])


if __name__ == "__main__":
    main()
