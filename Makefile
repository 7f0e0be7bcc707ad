# Needs Python 3.11 or later and make; nothing else. "make help" lists what can be made.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
EXAMPLE := examples/standoff.txt
EXAMPLE_PUBLISHED := 2019-10-17
BENCH_FILE ?=
DATA ?= ../shared/data
RUNS ?= .runs

.PHONY: help demo test lint bench docs docs-check evaluate weights requirements clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort | expand -t 16

demo: $(STAMPS)/run ## read an example report and print its record
	$(BIN)/sayso read $(EXAMPLE) --published $(EXAMPLE_PUBLISHED)

test: $(STAMPS)/dev ## run all tests
	$(BIN)/python -m pytest

lint: $(STAMPS)/dev ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(STAMPS)/dev ## speed and memory beside spaCy's full pipeline; BENCH_FILE=reports.jsonl to use your own
	$(BIN)/python -m benchmarks.bench $(BENCH_FILE)

docs: $(STAMPS)/dev ## write the generated pages of docs/ anew
	$(BIN)/python -m docs.generate

docs-check: $(STAMPS)/dev ## fail if a generated page of docs/ is out of date
	$(BIN)/python -m docs.generate --check

evaluate: $(STAMPS)/dev ## score the reader and compare with the floors of evaluation/floors.toml
	$(BIN)/python -m evaluation.gate

weights: ## train the reader and its events anew: DATA=folder of corpora, PYTHON with training/requirements.txt, two hours on two cores
	$(PYTHON) -m training.reader.prepare $(DATA) $(RUNS)/cache
	$(PYTHON) -m training.reader.train $(RUNS)/cache $(RUNS)/1 epochs=4
	$(PYTHON) -m training.reader.train $(RUNS)/cache $(RUNS)/2 epochs=3 'start="$(RUNS)/1/weights.safetensors"' $(AGAIN) \
		rate_heads=6e-4 repeat.plain=0.25 seed=11
	$(PYTHON) -m training.reader.train $(RUNS)/cache $(RUNS)/3 epochs=2 'start="$(RUNS)/2/weights.safetensors"' $(AGAIN) \
		rate_heads=5e-4 repeat.plain=0.1 seed=13
	$(PYTHON) -m training.reader.average $(RUNS)/2 $(RUNS)/3 $(RUNS)/mean
	$(PYTHON) -m training.reader.export $(RUNS)/mean src/sayso/weights
	$(PYTHON) -m training.reader.calibrate $(RUNS)/cache $(RUNS)/mean src/sayso/weights
	$(PYTHON) -m training.events.prepare $(DATA) $(RUNS)/cache
	$(PYTHON) -m training.events.casing $(RUNS)/mean $(RUNS)/cache $(RUNS)/casing
	$(PYTHON) -m training.events.incidents $(DATA) $(RUNS)/casing $(RUNS)/cache
	$(PYTHON) -m training.events.train $(RUNS)/mean $(RUNS)/cache $(RUNS)/events
	$(PYTHON) -m training.events.evaluate $(RUNS)/cache $(RUNS)/events
	$(PYTHON) -m training.events.export $(RUNS)/events src/sayso/weights

AGAIN := rate_encoder=1e-4 repeat.reports_train=6 repeat.gum_interview=2 repeat.gum_speech=2 repeat.gum_bio=2

requirements: $(STAMPS)/dev ## pin the newest allowed versions of all dependencies
	$(BIN)/uv pip compile $(PINNING) pyproject.toml requirements-build.in -o requirements.txt
	$(BIN)/uv pip compile $(PINNING) pyproject.toml requirements-build.in --extra dev -c requirements.txt -o requirements-dev.txt

PINNING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build src/*.egg-info

# The package is installed in place, with the tools that the requirements file pins, so nothing else is fetched.
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements.txt pyproject.toml | $(STAMPS)/venv
	$(PIP) install --require-hashes --requirement requirements.txt
	$(INSTALL_SELF)
	@touch $@

$(STAMPS)/dev: requirements-dev.txt pyproject.toml | $(STAMPS)/venv
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	$(INSTALL_SELF)
	@touch $@ $(STAMPS)/run
