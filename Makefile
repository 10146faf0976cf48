# Everything the project does starts here; `make help` lists it.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))) python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LANGUAGE_OF_USER := $(if $(filter ja%,$(LC_ALL) $(LANG)),ja,en)
SAMPLE := build/sample-$(LANGUAGE_OF_USER).cxs
WORKERS ?= 2
PYTEST_FLAGS ?=
# Each of the many processes of a run would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE
# A crashed worker ends the run: pytest-xdist 3.8 waits for ever for one that is replaced (its issue 784).
WORKERS_FLAGS := -n $(WORKERS) --dist loadfile --max-worker-restart 0

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run install test check check-rules check-layout check-types check-imports \
	translations bench screenshots lock wheel clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null \
		|| grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

run: install $(SAMPLE) ## open the window on the sample engagement (without a display: write its report)
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		exec $(BIN)/cxstudio $(SAMPLE); \
	else \
		QT_QPA_PLATFORM=offscreen $(BIN)/cxstudio report $(SAMPLE) -o $(SAMPLE:.cxs=.docx) && \
		echo "There is no display, so the sample's report was written to $(CURDIR)/$(SAMPLE:.cxs=.docx)"; \
	fi

install: .venv/.installed .venv/.translations ## make .venv with .venv/bin/cxstudio

test: .venv/.dev .venv/.system-test .venv/.translations ## install what is missing, check, and run all tests
	@status=0; said=$$(mktemp); \
	nice $(MAKE) --no-print-directory --keep-going check >$$said 2>&1 & checking=$$!; \
	$(BIN)/python -m pytest $(WORKERS_FLAGS) $(PYTEST_FLAGS) || status=1; \
	wait $$checking || status=1; \
	cat $$said; rm $$said; \
	exit $$status

check: check-rules check-layout check-types check-imports ## ruff, types, import rules

check-rules: .venv/.dev
	$(BIN)/ruff check .

check-layout: .venv/.dev
	$(BIN)/ruff format --check .

check-types: .venv/.dev
	$(BIN)/mypy

check-imports: .venv/.dev
	$(BIN)/lint-imports --no-logo

translations: .venv/.dev .venv/.translations ## compile the translations and say what is missing
	$(BIN)/python -m pytest -q tests/test_translations.py

bench: install build/sample-en.cxs ## speed and memory, each beside its baseline
	$(BIN)/python packaging/bench.py

screenshots: install build/sample-en.cxs build/sample-ja.cxs ## every screen of the sample engagement
	$(BIN)/python packaging/screenshots.py

lock: .venv/.venv ## pin the newest packages that requirements/*.in allow
	$(PIP) uv
	for set in runtime build dev; do \
		$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done

wheel: install ## dist/cxstudio-*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

clean: ## remove what was made, except .venv and the samples
	mkdir -p build
	find build -mindepth 1 -maxdepth 1 ! -name "sample-*.cxs" -exec rm -rf {} +
	rm -rf dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find cxstudio tests packaging -name __pycache__ -prune -exec rm -rf {} +
	rm -f resources/translations/*/LC_MESSAGES/*.mo .venv/.translations

# The samples are made once and then belong to the user, who may have changed them.
build/sample-%.cxs: | install
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen $(BIN)/cxstudio new $@ --client "$(if $(filter ja,$*),福井県,Fukui Prefecture)" --sample --language $*

# Files whose dates say what has been done already.
.venv/.venv:
	@packaging/system.sh venv $(PYTHON)
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.system-run: packaging/system.sh | .venv/.venv
	@packaging/system.sh run
	@touch $@

.venv/.system-test: packaging/system.sh .venv/.system-run
	@packaging/system.sh test
	@touch $@

.venv/.installed: requirements/runtime.txt requirements/build.txt pyproject.toml .venv/.system-run
	@echo "Installing the packages the program needs into .venv (once) ..."
	@$(PIP) --no-compile --require-hashes --no-deps -r requirements/build.txt -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	-@$(BIN)/python -m compileall -qq -j 0 -x '/tests/|\.tmpl\.py' cxstudio .venv/lib
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.installed
	@echo "Installing the packages the tests need into .venv (once) ..."
	@$(PIP) --no-compile --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

.venv/.translations: packaging/translations.py $(wildcard resources/translations/*/*.po) | .venv/.installed
	@$(BIN)/python packaging/translations.py
	@touch $@
