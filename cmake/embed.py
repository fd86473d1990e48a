#!/usr/bin/env python3
"""embed.py SYMBOL OUTPUT FILE...: writes a C++ source that holds the files."""
import pathlib
import sys

ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n"}


def literal(line: bytes) -> str:
    # Octal escapes, three digits always, so that no following digit joins in.
    body = "".join(
        ESCAPES.get(b) or (chr(b) if 32 <= b < 127 and b != ord("?") else f"\\{b:03o}") for b in line
    )
    return f'    "{body}"'


def main() -> None:
    symbol, output, *files = sys.argv[1:]
    out = ['#include "base/embedded.h"', "", "#include <array>", "", "namespace stemma {", "namespace {", ""]
    out.append(f"constexpr std::array<EmbeddedFile, {len(files)}> kFiles = {{{{")
    for name in files:
        path = pathlib.Path(name)
        data = path.read_bytes()
        lines = data.splitlines(keepends=True) or [b""]
        # With its length, so that the compiler need not count at compile time.
        out.append(f'  {{"{path.stem}", {{')
        out.append("\n".join(literal(line) for line in lines) + f", {len(data)}}}}},")
    out += ["}};", "", "}  // namespace", "", f"std::span<const EmbeddedFile> {symbol}() {{ return kFiles; }}", "", "}  // namespace stemma", ""]
    pathlib.Path(output).write_text("\n".join(out))


if __name__ == "__main__":
    main()
