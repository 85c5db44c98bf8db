# Every chore of the project. Needs a Python 3.11 or newer with venv and pip, and nothing else.
.DEFAULT_GOAL := help
.PHONY: help demo test lint gold bench knowledge lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SETS := gold/dev $(wildcard ../shared/gold/seeds)

help: ## Say what there is to do
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: $(VENV)/run.stamp ## Read the example articles into demo.db and show what is in it
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python examples/demo.py

test: $(VENV)/dev.stamp lint ## Check style, types, layers and behaviour
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/dev.stamp ## Check style, types and layers alone
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

gold: $(VENV)/dev.stamp ## Score the reading of annotated articles and hold it against the floors
	$(BIN)/python -m rasad.evaluation $(SETS) --floors gold/floors.json

bench: $(VENV)/dev.stamp ## Time the reading of articles on one core, part by part
	$(BIN)/python bench/reading.py

knowledge: $(VENV)/run.stamp ## Compile the knowledge base after a change of its files, and say where one is malformed
	$(BIN)/python -m rasad.knowledge.compiled

lock: ## Resolve the dependencies anew and write them with their hashes
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip --quiet install uv
	$(VENV)-lock/bin/uv pip compile --group build $(LOCK) -o requirements/build.txt
	$(VENV)-lock/bin/uv pip compile pyproject.toml $(LOCK) -o requirements/run.txt
	$(VENV)-lock/bin/uv pip compile pyproject.toml --extra parquet --extra ray --group dev \
	  -c requirements/run.txt $(LOCK) -o requirements/dev.txt
	rm -rf $(VENV)-lock
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade --quiet

clean: ## Remove the environment, caches and the demo's ledger
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis demo.db demo.db-wal demo.db-shm

$(VENV)/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "rasad needs Python 3.11 or newer, $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making the environment in $(VENV) (a minute, once)." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	@echo "Adding what tests need (some minutes, once)." >&2
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
