#!/usr/bin/env python3
"""Derives compatibility.tsv and traditional.tsv.

Usage: derive.py TSCharacters.txt

compatibility.tsv comes from the Unicode Character Database in Python's unicodedata; traditional.tsv from OpenCC's
table of characters (data/dictionary/TSCharacters.txt in its sources), of which the first choice is taken.
The two other tables are kept by hand.
"""

import sys
import unicodedata


def folded(character):
    """The character without compatibility forms and marks, in lower case."""
    decomposed = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me"))
    return unicodedata.normalize("NFC", bare).casefold()


def is_plain(text):
    return all((c.isascii() and c.isalnum()) or "\u4e00" <= c <= "\u9fff" for c in text)


def compatibility():
    """Scalars other than ASCII that stand for ASCII letters, digits or ideographs; width forms are computed in code."""
    for code in range(0x80, 0x110000):
        character = chr(code)
        if 0xD800 <= code <= 0xDFFF or 0xFF01 <= code <= 0xFF5E or unicodedata.category(character) in ("Cn", "Co"):
            continue
        # Enclosed forms carry their parentheses and full stops: ⒜ is (a), ⒈ is 1.
        plain = folded(character).strip("().")
        if plain and plain != character and is_plain(plain):
            yield character, plain


def traditional(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            source, _, targets = line.rstrip("\n").partition("\t")
            target = targets.split(" ")[0]
            if len(source) == 1 and len(target) == 1 and source != target:
                yield source, target


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for line in header:
            out.write(f"# {line}\n")
        for source, target in rows:
            out.write(f"{source}\t{target}\n")


write(
    "compatibility.tsv",
    [
        f"Compatibility forms and letters with marks, from the Unicode Character Database {unicodedata.unidata_version}.",
        "Licence: Unicode License v3 (https://www.unicode.org/license.txt). Derived by derive.py.",
    ],
    compatibility(),
)
write(
    "traditional.tsv",
    [
        "Traditional and variant characters with their simplified forms, from OpenCC's TSCharacters.txt (first choice).",
        "Licence: Apache License 2.0 (https://github.com/BYVoid/OpenCC). Derived by derive.py.",
    ],
    traditional(sys.argv[1]),
)
