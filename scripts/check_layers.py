#!/usr/bin/env python3
"""Checks the architecture: the dependency direction between modules from the
#include lines, and the calls that only some modules may make.

LAYERS is the table in ARCHITECTURE.md. A module may include itself, the public
headers, and the modules in its row; anything else fails with file and line.
Analysis modules do no I/O, start no thread, read no clock, hold no mutable
global; the library never prints or exits.
"""
import pathlib
import re
import sys

ANALYSIS = {"base", "text"}
STAGES = {"read", "reuse", "story", "quote", "collate", "origin"}
LAYERS = {
    "base": set(),
    "text": {"base"},
    **{stage: ANALYSIS for stage in STAGES},
    "archive": {"base"},
    "engine": ANALYSIS | STAGES | {"archive"},
    "show": ANALYSIS | {"engine"},
    "server": {"base", "engine", "show"},
    "cli": {"base", "engine", "show", "server"},
}
# What base offers for the outside world; only modules above the analysis.
OUTSIDE = {"files", "parallel", "pipeline", "byte_source", "line_reader",
           "random_file", "stopwatch"}
MAY_TOUCH_OUTSIDE = {"base", "archive", "engine", "server", "cli"}
OPENS = {"base", "archive"}
PRINTS = {"cli"}

FILES = re.compile(r"std::(i|o)?fstream|\bfopen\(|\bopen\(|\bmmap\(|std::filesystem")
CLOCK = re.compile(r"system_clock|steady_clock|\btime\(nullptr\)|\bgettimeofday\(|\brand\(|random_device")
THREAD = re.compile(r"std::(jthread|thread|async)\b|tbb::")
PRINT = re.compile(r"std::(cout|cerr|clog)|\b(f|v|vf)?printf\(|\bputs\(|fmt::print|\babort\(|\bexit\(")
GLOBAL = re.compile(r"^(static |thread_local |inline )*(std::\w+(<.*>)?|int|bool|double) \w+_?( =.*)?;$")
INCLUDE = re.compile(r'\s*#\s*include\s*"([a-z_0-9]+)/([a-z_0-9/]+)\.h"')


def code_of(line: str) -> str:
    return re.sub(r'"(\\.|[^"\\])*"', '""', line).split("//")[0]


def check_includes(module: str, line: str):
    found = INCLUDE.match(line)
    if not found or found.group(1) not in LAYERS:
        return
    target, header = found.groups()
    if target != module and target not in LAYERS[module]:
        yield f"{module} must not include {target}"
    if target == "base" and header in OUTSIDE and module not in MAY_TOUCH_OUTSIDE:
        yield f"{module} must not include base/{header}.h: it touches the outside world"


def check_calls(module: str, line: str):
    code = code_of(line)
    if module not in OPENS and FILES.search(code):
        yield f"{module} must not open files: base and archive do"
    if module not in {"base", "engine", "server"} and CLOCK.search(code):
        yield f"{module} must not read the clock or draw at random"
    if module not in {"base", "engine", "server"} and THREAD.search(code):
        yield f"{module} must not start threads: base/parallel.h does"
    if module not in PRINTS and PRINT.search(code):
        yield f"{module} must not print, abort or exit"
    if GLOBAL.match(code.rstrip()):
        yield f"{module} must not hold mutable globals"


def main() -> int:
    root = pathlib.Path(__file__).resolve().parent.parent
    errors = []
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in {".h", ".cc"}:
            continue
        module = path.relative_to(root / "src").parts[0]
        if module not in LAYERS:
            errors.append(f"{path.relative_to(root)}: no module of that name in LAYERS")
            continue
        test = path.stem.endswith("_test")
        for number, line in enumerate(path.read_text().splitlines(), 1):
            problems = list(check_includes(module, line))
            if not test:
                problems += check_calls(module, line)
            errors += [f"{path.relative_to(root)}:{number}: {p}" for p in problems]
    for path in sorted((root / "include").rglob("*.h")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.match(r'\s*#\s*include\s*"(?!stemma/)', line):
                errors.append(f"{path.relative_to(root)}:{number}: a public header includes only public headers")
    print("\n".join(errors) or "layers: ok")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
