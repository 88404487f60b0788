# make site   build the guide into site/         make check  the fast loop while you write
# make serve  show it while you write            make test   everything that must hold
# make bench  measure                            make bundle rebuild the browser code (needs Node)
PYTHON ?= python3
BIN := .venv/bin
SETUP := $(PYTHON) generator/bootstrap.py
LOCK := $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet $(UPGRADE)

.PHONY: setup site serve check test bench bundle lock lint types-of-client
.DEFAULT_GOAL := site

setup:
	@$(SETUP) site

site: setup
	$(BIN)/workleaf build

serve: setup
	$(BIN)/workleaf serve

check:
	@$(SETUP) check
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -q -n 2 -m "not browser and not site and not slow and not torture"

test:
	@$(SETUP) test
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist loadfile

lint: types-of-client
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

types-of-client:
	@if [ -x generator/node_modules/.bin/tsc ]; then echo "tsc" && cd generator && node_modules/.bin/tsc; \
	else echo "tsc: skipped, there is no Node here"; fi

bench:
	@$(SETUP) test
	PYTHONPATH=tests $(BIN)/python -m bench

bundle:
	@$(SETUP) node
	cd generator && node build.mjs
	node tests/conditions/build.mjs
	node tests/files/build.mjs

lock: # make lock UPGRADE=--upgrade for newer versions
	@$(SETUP) check
	$(LOCK) -o generator/requirements/site.txt
	$(LOCK) --group test -c generator/requirements/site.txt -o generator/requirements/test.txt
