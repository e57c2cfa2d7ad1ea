# Everything a person types. `make` alone lists it.

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

# pip takes these versions and no others, for what it builds with as well.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt

# The question goes to the shell as it was typed, not as make or the shell would read it.
export override Q := $(value Q)

.DEFAULT_GOAL := help
TARGETS := help ask run preview test test-slow faults check build clean
.PHONY: $(TARGETS)

# Of a question without quotation marks, make takes the words for things to do.
ifneq ($(and $(filter ask,$(MAKECMDGOALS)),$(filter-out $(TARGETS),$(MAKECMDGOALS))),)
$(error put the question in quotation marks, as in: make ask Q="Where were the talks held?")
endif

help: ## list what there is to do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

ask: $(VENV)/installed ## make ask Q="your question": the quoted answer; without Q, a prompt
	@$(BIN)/verbatim ask $${Q:+-- "$$Q"}

build: $(VENV)/installed ## build the index of the articles in seeds/
	@$(BIN)/verbatim build

run: build ## answer in Discord (needs VERBATIM_TOKEN)
	@exec $(BIN)/verbatim run

preview: $(VENV)/installed-preview ## try the bot on a local page that looks like Discord
	@exec $(BIN)/verbatim preview

# Two processes, each with one thread, are quicker than one with two.
test: check ## everything that must hold: format, lint, types, imports, tests
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses 2 --dist loadfile

test-slow: $(VENV)/installed-test ## the tests that take long, such as storms and killed builds
	$(BIN)/python -m pytest -m slow

faults: $(VENV)/installed-test ## the bot under all faults, floods and fuzzing of tests/faults; `make test` has the quick part
	$(BIN)/python -m pytest -m "" tests/faults

check: $(VENV)/installed-test ## the part of `make test` that takes seconds
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

clean: ## remove what was installed, built and cached; what the bot keeps (.verbatim/state.db) stays
	test ! -d .verbatim || find .verbatim -mindepth 1 -maxdepth 1 ! -name 'state.db*' -exec rm -rf {} +
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Verbatim needs Python 3.11 or newer, got " + sys.version.split()[0] + ": name one with PYTHON=...")'
	@echo "installing into $(VENV), once" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(BIN)/python -m pip --disable-pip-version-check uninstall --yes -qq verbatim # its name until 0.1.0
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-preview: $(VENV)/installed
	@$(PIP) --editable '.[preview]'
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	@$(PIP) --editable '.[preview,test]'
	@touch $@ $(VENV)/installed-preview
