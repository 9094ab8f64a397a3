# Two commands are enough: `make run` and `make test`. Both need only Python 3.11 or newer and make.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
FLAGS := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet

GROUND := $(addprefix tests/,config danish paper readers walls)

.PHONY: help setup run test fast lint format bench bench-full lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: .venv/setup.done ## Install into .venv; the command is then .venv/bin/sagsgang

run: setup ## Load the demo municipality and serve it on http://127.0.0.1:8000 (PORT=8001 for another)
	@$(BIN)/sagsgang demo
	@$(BIN)/sagsgang serve --port $(PORT)

test: .venv/dev.done lint ## Everything that must hold before a change lands
	$(BIN)/pytest -n 2 --dist loadgroup
	SAGSGANG_TEST_DATABASE=postgresql $(BIN)/pytest -n 2 --dist loadgroup -m database

fast: .venv/dev.done ## The ground floor and the walls, without browser and database: under 20 seconds
	$(BIN)/pytest -n 2 --dist loadgroup -m "not browser and not slow" $(GROUND)

lint: .venv/dev.done ## Style, types, who may import whom, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m django makemigrations --check --dry-run --settings sagsgang.config.settings

format: .venv/dev.done ## Lay the code out as the style wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev.done ## Measure against named peers and limits (at most 10 minutes); writes docs/benchmarks.md
	$(BIN)/python -m bench

bench-full: .venv/dev.done ## The same at 1,000,000 items and 100,000 papers (hours)
	$(BIN)/python -m bench --full

lock: ## Renew the locks (needs uv and npm)
	uv pip compile $(FLAGS) pyproject.toml -o requirements/runtime.txt
	uv pip compile $(FLAGS) pyproject.toml --group setup -c requirements/runtime.txt -o requirements/setup.txt
	uv pip compile $(FLAGS) pyproject.toml --group dev -c requirements/setup.txt -o requirements/dev.txt
	npm install --package-lock-only

clean: ## Remove what the build made; keeps the data
	rm -rf .venv node_modules src/sagsgang/portal/static/portal/vendor src/sagsgang/writers/fonts

.venv/bin/python:
	@if command -v uv >/dev/null 2>&1; then uv venv -q --python $(PYTHON) .venv; else $(PYTHON) -m venv .venv; fi

.venv/setup.done: requirements/setup.txt package-lock.json pyproject.toml scripts/install scripts/frontend.py scripts/translations.py $(wildcard src/sagsgang/locale/*/LC_MESSAGES/*.po) | .venv/bin/python
	@scripts/install requirements/setup.txt
	@$(BIN)/python scripts/frontend.py --omit=dev
	@$(BIN)/python scripts/translations.py
	@touch $@

.venv/dev.done: .venv/setup.done requirements/dev.txt
	@scripts/install requirements/dev.txt
	@$(BIN)/python scripts/frontend.py
	@touch $@
