#!/usr/bin/env python3
"""Turns a language's sentences into one C++ text, sorted by key (app/ui/words.h has its form), and refuses what could not be said.

    embed.py en.json OUT/words_en.h

An entry is a plain string, or {"text": ..., "note": ...}, or {"one": ..., "other": ..., "note": ...} where a number
decides. Notes are for translators and stay behind. Exit 1 with one line a mistake.
"""
import json
import re
import sys

GAP = re.compile(r"\{([a-z_]+)\}")
# What follows the page may be data: the key of a unit, or the name of a picture.
KEY = re.compile(r"[a-z0-9_]+(\.[A-Za-z0-9_/%°-]+)*")


def entries_without_doubles(pairs):
    seen = {}
    for key, value in pairs:
        if key in seen:
            raise ValueError(f"{key}: written twice")
        seen[key] = value
    return seen


def forms(key, entry):
    """The one and other forms of an entry, or a ValueError that says what is wrong with it."""
    if isinstance(entry, str):
        entry = {"text": entry}
    unknown = set(entry) - {"text", "one", "other", "note"}
    if unknown:
        raise ValueError(f"{key}: unknown field {', '.join(sorted(unknown))}")
    if ("text" in entry) == ("other" in entry) or ("one" in entry) != ("other" in entry):
        raise ValueError(f"{key}: either text, or one and other")
    one, other = entry.get("one", entry.get("text")), entry.get("other", entry.get("text"))
    for form in (one, other):
        if not isinstance(form, str) or not form.strip():
            raise ValueError(f"{key}: has no words")
        if re.sub(GAP, "", form).count("{") or re.sub(GAP, "", form).count("}"):
            raise ValueError(f"{key}: a gap is {{name}} in small letters")
    if set(GAP.findall(one)) - set(GAP.findall(other)) - {"count"}:
        raise ValueError(f"{key}: one has a gap that other has not")
    return one, other


def quoted(text):
    """A C++ string literal; bytes outside ASCII as octal, so that no compiler's source encoding matters."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in text.encode()) + '"'


def main(source, target):
    mistakes, rows = [], []
    try:
        with open(source, encoding="utf-8") as file:
            sentences = json.load(file, object_pairs_hook=entries_without_doubles)
    except ValueError as problem:
        sys.exit(f"{source}: {problem}")
    for key, entry in sorted(sentences.items()):
        try:
            if not KEY.fullmatch(key):
                raise ValueError(f"{key}: a key is page.what, in small letters")
            rows.append((key, *forms(key, entry)))
        except ValueError as problem:
            mistakes.append(f"{source}: {problem}")
    if mistakes:
        sys.exit("\n".join(mistakes))
    with open(target, "w", encoding="utf-8") as file:
        file.write("// Made from assets/words by embed.py.\n#pragma once\n\n#include <string_view>\n\n")
        file.write("namespace goodweek::ui {\n\ninline constexpr char english_characters[] =\n")
        for key, one, other in rows:
            file.write("    " + " ".join(quoted(text + "\0") for text in (key, "" if one == other else one, other)) + "\n")
        file.write("    ;\n// Without the nul that ends every literal.\n")
        file.write("inline constexpr std::string_view english_text{english_characters, sizeof english_characters - 1};\n")
        file.write("\n}  // namespace goodweek::ui\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
