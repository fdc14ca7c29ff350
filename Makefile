# Every target sets up .venv with what requirements.lock pins, the first time and whenever that changes; `make ocr` adds
# the extra of that name. The lock files are made by the commands in their first lines.

PYTHON ?= python3
BIN := .venv/bin
unexport PYTHONDONTWRITEBYTECODE  # or each process that a test starts would compile all modules anew
INSTALLED := .venv/installed

.PHONY: extract review workbook test quick lint bench mutants ocr

extract: $(INSTALLED)
	$(BIN)/donor-profiles extract raw --out extracted

review: $(INSTALLED)
	$(BIN)/donor-profiles review

workbook: $(INSTALLED)
	$(BIN)/donor-profiles export xlsx

test: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

quick: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(addprefix tests/,mentions segment relate check)

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --requirement tests/bench/requirements.txt
	$(BIN)/python -m tests.bench $(PDFS)

ocr: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --requirement tests/requirements-ocr.lock

mutants: $(INSTALLED)
	$(BIN)/python -m tests.mutants

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, $(PYTHON) is " + sys.version.split()[0] + ": run make PYTHON=python3.12, for example.")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@
