# Everything a contributor runs. `make help` lists the targets.
# Installs are repeatable: requirements/*.txt pin every package, the spaCy model too, with hashes.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD := ../shared/gold

.DEFAULT_GOAL := help
.PHONY: help demo test browser check bench floors raise-floors passages golden lock data size clean lint types layers unit

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# --- environments ---------------------------------------------------------------------------------

$(BIN)/python:
	@PYTHON="$(PYTHON)" bash tools/make_venv.sh $(VENV)

$(VENV)/.core: requirements/core.txt pyproject.toml | $(BIN)/python
	@[ -e $(VENV)/.dev ] || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/core.txt
	@[ -e $(VENV)/.dev ] || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.core

$(VENV)-record/.done: requirements/record.txt pyproject.toml
	@PYTHON="$(PYTHON)" bash tools/make_venv.sh $(VENV)-record
	@$(VENV)-record/bin/python -m pip install --quiet --require-hashes -r requirements/record.txt
	@$(VENV)-record/bin/python -m pip install --quiet --require-hashes -r requirements/build.txt
	@$(VENV)-record/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)-s3/.done: requirements/s3.txt
	@PYTHON="$(PYTHON)" bash tools/make_venv.sh $(VENV)-s3
	@$(VENV)-s3/bin/python -m pip install --quiet --require-hashes -r requirements/s3.txt
	@touch $@

# --- what a user runs -----------------------------------------------------------------------------

demo: $(VENV)/.core ## install the core and read the example reports
	@for report in examples/*.txt; do \
	  published=$$(basename $$report .txt | grep -oE '[0-9]{4}-[0-9]{2}-[0-9]{2}' | head -n 1); \
	  echo "$(BIN)/verbale read $$report --published $$published --format table"; \
	  $(BIN)/verbale read $$report --published $$published --format table; \
	done

test: $(VENV)/.dev browser lint types layers unit ## install everything and run every test

check: $(VENV)/.dev ## everything CI asks for: test, and the floors printed
	@$(MAKE) --no-print-directory floors test

bench: $(VENV)/.dev ## speed and memory, printed; no test asserts a time
	@$(BIN)/python benchmarks/speed.py

floors: $(VENV)/.dev ## score the reader on the gold reports against tests/floors.toml
	@$(BIN)/python tools/score_floors.py

raise-floors: $(VENV)/.dev ## raise the floors to today's figures; never lowers one
	@$(BIN)/python tools/score_floors.py --raise

passages: $(VENV)/.dev ## score the reader on the passages of tests/passages
	@$(BIN)/python tools/score_passages.py
	@echo "lines that nobody looked at:"
	@$(BIN)/python tools/score_passages.py --unseen

golden: $(VENV)/.dev ## make the golden files of the exports anew (tests/golden/)
	@$(BIN)/python tests/golden/build.py

data: ## rebuild the shipped tables from data-sources/ in .venv-data, fail on a difference
	@PYTHON="$(PYTHON)" bash tools/build_data.sh --check

# --- single gates ---------------------------------------------------------------------------------

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev
	@$(BIN)/mypy

layers: $(VENV)/.dev
	@$(BIN)/lint-imports

browser: ## Chromium for the tests of the pages, by apt
	@bash tools/install_chromium.sh

unit: $(VENV)/.dev $(VENV)-record/.done $(VENV)-s3/.done
	@$(BIN)/python -m pytest

# --- upkeep ---------------------------------------------------------------------------------------

lock: $(VENV)/.dev ## make requirements/*.txt anew from pyproject.toml (needs the network)
	@bash tools/lock.sh $(BIN)/python

size: ## how much disk a fresh core install takes
	@bash tools/measure_core.sh

clean: ## remove the environments and caches
	@rm -rf $(VENV) $(VENV)-record $(VENV)-s3 .venv-data .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
