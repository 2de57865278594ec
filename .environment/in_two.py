#!/usr/bin/env python3
"""Cuts the page's program in two: what a first visit has to bring before Today can be used, and what may come after it.

    in_two.py WHOLE.wasm AFTERWARDS.txt FIRST.wasm SECOND.wasm

AFTERWARDS.txt names functions and classes, one a line, without arguments. They go into the second part, with the lambdas
written inside of them, and with whatever else nobody but them calls. The first part imports a stand-in from "afterwards" for each
that it calls, and the second, once it is there, puts itself in their place (web/bridge/second_part.js). WHOLE.wasm has its
functions' names; the parts have not. Needs Binaryen's wasm-dis and wasm-split.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

FEATURES = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals"]


def plain(name):
    return re.sub(r"\\([0-9a-f]{2})", lambda code: chr(int(code.group(1), 16)), name)


class Program:
    """Who calls whom, and whose address is taken, as WebAssembly's text form says it."""

    def __init__(self, text):
        self.functions, self.held = [], set()
        self.callers = collections.defaultdict(set)
        inside = None
        for line in text:
            if found := re.match(r" \(func \$(\S+)", line):
                inside = found.group(1)
                self.functions.append(inside)
            elif re.match(r" \((elem|export|start)\b", line):
                inside = None
                self.held.update(re.findall(r"\$([^\s()]+)", line))
            elif inside:
                for called in re.findall(r"\((?:return_)?call \$([^\s()]+)", line):
                    self.callers[called].add(inside)
                self.held.update(re.findall(r"\(ref\.func \$([^\s()]+)", line))


def owner(name):
    """The function that a lambda is written in, as its own name says it; None for what is no lambda."""
    before, found, _ = name.partition("::$_")
    if not found:
        return None
    for wrapper in ("Body::Body<", "__func<"):
        before = before.rpartition(wrapper)[2]
    return before


def afterwards(program, wanted):
    """The named functions, and those that only they call."""
    found, part = set(), set()
    # "ui::goal" stands for goodweek::ui::goal and for one of a file's own, in goodweek::ui::(anonymous namespace).
    spelled = [name.replace("::", r"::(?:\(anonymous namespace\)::)?") for name in wanted]
    pattern = re.compile(r"goodweek::(" + "|".join(spelled) + r")(?:\(|::)")
    for function in program.functions:
        if named := pattern.search(plain(function)):
            found.add(named.group(1).replace("(anonymous namespace)::", ""))
            part.add(function)
    if missing := set(wanted) - found:
        print(f"in_two.py: part of other functions, or gone: {', '.join(sorted(missing))}")
    owners = {function: owner(plain(function)) for function in program.functions}
    grown = True
    while grown:
        named = {plain(function) for function in part}
        more = {function for function in program.functions if function not in part and (
            owners[function] in named or (function not in program.held and program.callers[function]
                                          and program.callers[function] <= part))}
        part |= more
        grown = bool(more)
    return part


def main(whole, names, first, second):
    wanted = [line for line in names.read_text().splitlines() if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        text = pathlib.Path(folder, "whole.wat")
        subprocess.run(["wasm-dis", whole, "-o", text], check=True)
        with text.open(encoding="utf-8", errors="replace") as lines:
            part = afterwards(Program(lines), wanted)
        listed = pathlib.Path(folder, "part.txt")
        listed.write_text("\n".join(sorted(part)) + "\n")
        subprocess.run(["wasm-split", whole, f"--split-funcs=@{listed}", "--export-prefix=%", "--import-namespace=first",
                        "--placeholder-namespace=afterwards", "-o1", first, "-o2", second, *FEATURES], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*map(pathlib.Path, sys.argv[1:]))
