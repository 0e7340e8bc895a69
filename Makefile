# Sets grafo up in .venv from the lock file, then runs it, tests it, or checks it.
#
#   make demo     load the bundled sample, answer, draw, export
#   make test     the whole test suite (PYTEST_ARGS="tests/readers -x" for a part of it)
#   make lint     style, types, import layers
#   make help     the rest
#
# Needs Python 3.11 or newer; `make PYTHON=python3.12 demo` chooses one. Nothing is installed
# outside .venv, but for the Neo4j and Jena that some tests want (tests/neo4j/prepare.py and
# tests/jena/prepare.py say where).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := requirements/lock.txt
LOCK_COMMAND := make lock  \# for Python 3.11 and newer on Linux x86_64

# Two stamps: a change of the lock file builds the environment anew, a change of pyproject.toml
# only renews grafo's own entry in it.
LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help:
	@echo 'make install   set up .venv from $(LOCK)'
	@echo 'make demo      load the bundled sample, answer, draw, export'
	@echo 'make test      the whole test suite, with a real Neo4j where java and mvn are'
	@echo 'make lint      ruff, mypy --strict, import-linter'
	@echo 'make format    let ruff rewrite what it can'
	@echo 'make frontend  build the explorer anew into grafo/views/static, and test it (needs Node)'
	@echo 'make docs      write the generated pages of docs/ anew'
	@echo 'make build     a wheel and an sdist in dist/'
	@echo 'make audit     known vulnerabilities among the locked packages (asks the package index)'
	@echo 'make lock      resolve $(LOCK) anew (UPGRADE=--upgrade for the newest versions)'
	@echo 'make clean     remove all of the above; a graph in .grafo stays'

# ------------------------------------------------------------------------------------------ set-up

.PHONY: install
install: $(INSTALLED)

.PHONY: check-python
check-python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo 'No $(PYTHON) found. grafo needs Python 3.11 or newer.' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "grafo needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" --version 2>&1)." >&2; \
	  echo 'Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo '$(PYTHON) cannot make virtual environments.' >&2; \
	  echo 'On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }

# Scripts in a virtual environment name the folder that it was made in. One that was moved, or
# whose Python has gone, is made anew.
ifneq ($(shell $(BIN)/python -c '' 2>/dev/null && cat $(LOCKED) 2>/dev/null),$(CURDIR))
.PHONY: $(LOCKED)
endif

$(LOCKED): $(LOCK) | check-python
	@echo 'Setting up $(VENV) from $(LOCK), the first time a minute or two ...'
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(PIP) install --require-hashes --requirement $(LOCK)
	@printf '%s\n' "$(CURDIR)" > $@

$(INSTALLED): $(LOCKED) pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# ------------------------------------------------------------------------------------------ using it

.PHONY: demo
demo: $(INSTALLED)
	@$(BIN)/grafo demo $(ARGS)

# ------------------------------------------------------------------------------------------ checking

.PHONY: test
test: $(INSTALLED) engines
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# The tests of the store and of the queries run on a real Neo4j too, and those of the shapes on
# Jena's SHACL engine. Without them they are skipped, except in CI, where nothing may be.
.PHONY: engines
engines: $(INSTALLED)
	@missing=''; \
	for tool in java javac mvn; do \
	  command -v $$tool >/dev/null || missing="$$missing $$tool"; \
	done; \
	if [ -n "$$missing" ]; then \
	  why="not on the PATH:$$missing"; \
	elif $(BIN)/python -m tests.neo4j.prepare && $(BIN)/python -m tests.jena.prepare; then \
	  exit 0; \
	else \
	  why='its preparation failed, see above'; \
	fi; \
	echo "No Neo4j or no Jena for the tests ($$why); those that need them are skipped." >&2; \
	[ -z "$$CI" ] || { echo 'In CI they may not be.' >&2; exit 1; }

.PHONY: lint
lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict grafo scripts
	$(BIN)/lint-imports

# The explorer's front end: built anew from frontend/, compared with what is checked in, tested.
# Users need none of this; contributors who change it need Node.
.PHONY: frontend
frontend:
	cd frontend && npm ci --no-audit --no-fund --silent && npm run --silent build && npm test --silent

.PHONY: frontend-fresh
frontend-fresh: frontend
	@git diff --exit-code --stat -- grafo/views/static || { \
	  echo 'grafo/views/static is not what frontend/ builds: commit what `make frontend` wrote.' >&2; \
	  exit 1; }

.PHONY: format
format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# --strict: a package that could not be looked up fails too, or an index without that data would pass.
.PHONY: audit
audit: $(INSTALLED)
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement $(LOCK)

# ------------------------------------------------------------------------------------------ making

.PHONY: docs
docs: $(INSTALLED)
	$(BIN)/python scripts/build_docs.py
	$(BIN)/python scripts/build_ontology.py
	$(BIN)/python scripts/build_notebook.py

.PHONY: build
build: $(INSTALLED)
	$(BIN)/python -m build --no-isolation

# Resolved on the oldest Python that grafo runs on, and for Linux x86_64, where CI is. No address
# of an index goes into the file: everyone installs from the one they are set up for.
.PHONY: lock
lock: $(INSTALLED)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	  echo 'The lock is resolved with Python 3.11: make clean, then make PYTHON=python3.11 lock' >&2; \
	  exit 1; }
	env -u PIP_FIND_LINKS CUSTOM_COMPILE_COMMAND='$(LOCK_COMMAND)' $(BIN)/python -m piptools compile --quiet \
	  --generate-hashes --allow-unsafe --strip-extras --no-emit-options \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --extra test --extra dev --output-file $(LOCK) $(UPGRADE) pyproject.toml

.PHONY: clean
clean:
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
