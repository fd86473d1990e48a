# One word an action; `make demo` and `make test` do all their set-up.
.PHONY: demo test check format lint bench fuzz clean setup

setup:
	@scripts/setup

# Reports on the example coverage, the stories table, where the page is.
demo: setup
	@scripts/dev build release stemma
	@scripts/demo

# Builds and runs the fast tests.
test: setup
	@scripts/dev test dev

# What CI runs: tests, format, lint, sanitizers.
check:
	@.ci/run

format: setup
	@scripts/dev format

lint: setup
	@scripts/dev lint

bench: setup
	@scripts/dev bench

# One minute of each fuzz target; `scripts/dev fuzz NAME SECONDS` for one.
fuzz: setup
	@for target in fuzz/fuzz_*.cc; do \
	  name=$${target#fuzz/fuzz_}; scripts/dev fuzz $${name%.cc} 60 || exit 1; \
	done

clean:
	@rm -rf build
