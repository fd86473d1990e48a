#!/usr/bin/env python3
"""Checks that ARCHITECTURE.md speaks of what exists: every path and identifier
in backticks is a file, a folder, or a word of the code; at most 250 lines."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_LINES = 250


def code_words() -> set[str]:
    words = set()
    for folder in ("include", "src", "tests", "fuzz", "bench", "scripts", "cmake"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in {".h", ".cc", ".py", ".cmake", ".txt", ".bats", ".sh", ""}:
                words |= set(re.findall(r"[A-Za-z_][A-Za-z_0-9]*", path.read_text(errors="replace")))
    return words


def exists(name: str) -> bool:
    name = name.split(" ")[0].rstrip("/")
    if "*" in name:
        return any(ROOT.rglob(name))
    return (ROOT / name).exists()


def main() -> int:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    errors = []
    if text.count("\n") > MOST_LINES:
        errors.append(f"ARCHITECTURE.md: {text.count(chr(10))} lines, at most {MOST_LINES}")
    words = code_words()
    for name in sorted(set(re.findall(r"`([^`\n]+)`", text))):
        parts = re.findall(r"[A-Za-z_][A-Za-z_0-9]*", name)
        if not exists(name) and ("/" in name or not all(p in words for p in parts)):
            errors.append(f"ARCHITECTURE.md: `{name}` does not exist")
    print("\n".join(errors) or "docs: ok")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
