#!/usr/bin/env python3
"""Joins the files that come with the app into one, and refuses what may not be shipped.

    make_library.py OUT.cbor OUT.h INVENTED_FOLDER SECTIONS_FOLDER PACKS_FOLDER QUESTIONNAIRES_FOLDER...      a folder that is not there is left out

Every questionnaire has to say who owns its words and what may be done with them (questionnaires/FORMAT.md); words that
belong to a licence (class C) are never bundled. app/exchange/library.h reads the rest as strictly, and a test reads all of it.
OUT.cbor is canonical CBOR: a number counts thousandths, true and false are words, null is left out. Exit 1 with one line a
mistake.
"""
import json
import pathlib
import sys

SAID = ("id", "form", "version", "class", "owner", "licence", "attribution", "commercial_use", "wording")
FOLDER_OF = {"A": "questionnaires", "B": "share_alike", "C": "licensed"}


def words_in(value, path=""):
    """Where a person would read something: a question, an option, what the two ends of a scale mean."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("text", "display", "prefix", "valueString") and inner:
                yield f"{path}.{key}"
            yield from words_in(inner, f"{path}.{key}")
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from words_in(inner, f"{path}[{place}]")


def mistakes_in(path, file):
    instrument = file.get("instrument", {})
    for field in SAID:
        if instrument.get(field) in (None, ""):
            yield f"instrument.{field}: has to be said"
    kind = instrument.get("class")
    if FOLDER_OF.get(kind) != path.parent.name:
        yield f"instrument.class: {kind} does not belong into {path.parent.name}"
    if kind == "C":
        yield from (f"questionnaire{place}: words of class C are not ours to bundle"
                    for place in words_in(file.get("questionnaire")))


def head(major, number):
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < 1 << 8 * size:
            return bytes([major << 5 | code]) + number.to_bytes(size, "big")
    raise ValueError(f"{number}: too large")


def cbor(value):
    if isinstance(value, bool):
        return cbor("true" if value else "false")
    if isinstance(value, (int, float)):
        number = round(value * 1000)
        return head(0, number) if number >= 0 else head(1, -1 - number)
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    fields = sorted((key.encode(), inner) for key, inner in value.items() if inner is not None)
    return head(5, len(fields)) + b"".join(cbor(key.decode()) + cbor(inner) for key, inner in fields)


def files_in(folders, mistakes):
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        try:
            yield path, json.loads(path.read_text(encoding="utf-8"))
        except ValueError as problem:
            mistakes.append(f"{path}: {problem}")


def main(target, header, invented_folder, sections_folder, packs_folder, questionnaire_folders):
    mistakes, questionnaires = [], []
    for path, file in files_in(questionnaire_folders, mistakes):
        mistakes += [f"{path}: {mistake}" for mistake in mistakes_in(path, file)]
        questionnaires.append(file)
    invented = [file for _, file in files_in([invented_folder], mistakes)]
    sections = [file for _, file in files_in([sections_folder], mistakes)]
    packs = [file for _, file in files_in([packs_folder], mistakes)]
    if mistakes:
        sys.exit("\n".join(mistakes))
    made = cbor({
        "invented": sorted(invented, key=lambda file: file["place"]),
        "packs": sorted(packs, key=lambda file: file["place"]),
        "questionnaires": sorted(questionnaires, key=lambda file: (file["instrument"]["id"], file["instrument"]["form"])),
        "sections": sorted(sections, key=lambda file: file["place"]),
    })
    target.write_bytes(made)
    rows = [", ".join(map(str, made[at:at + 24])) for at in range(0, len(made), 24)]
    header.write_text("// Made from assets/ by make_library.py.\n#pragma once\n\n#include <cstdint>\n\n"
                      "namespace goodweek {\n\ninline constexpr std::uint8_t library_file[] = {\n    "
                      + ",\n    ".join(rows) + "};\n\n}  // namespace goodweek\n")


if __name__ == "__main__":
    if len(sys.argv) < 7:
        sys.exit(__doc__)
    out, head_out, invented, sections, packs, *folders = map(pathlib.Path, sys.argv[1:])
    main(out, head_out, invented, sections, packs, folders)
