# Every verb is one line of `make help`. What takes more than a few lines of shell lives in setup/.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The archive: a folder with scraped/, content/, curation/. The repository's root is itself one, our sample.
# Recipes read it from the environment, so that a path may hold spaces.
ARCHIVE ?= .
PYTHON ?= python3
PORT ?= 8000
SITEURL ?=
ARGS ?=
ifeq ($(strip $(ARCHIVE)),)
# `make clean` would remove /output.
$(error ARCHIVE is empty. Say which folder: make VERB ARCHIVE=dir)
endif
export ARCHIVE SITEURL
export PYTHONUTF8 := 1

venv := .venv
python := $(venv)/bin/python
reader := themes/reader
bundle := $(reader)/static/js/reader.js
npm := PATH="$(CURDIR)/$(venv)/bin:$$PATH" npm --prefix $(reader)
peers := bench/peers
peers_venv := .venv-bench
lighthouse := bench/pages
train_venv := .venv-train
checked := unscrape plugins setup bench training tests pelicanconf.py publishconf.py

# A virtual environment dies with the Python that it was made by, and its programs hold the path of the folder.
dead_venv := $(shell [ "$$(cat $(venv)/.site 2>/dev/null)" = "$(CURDIR)" ] && $(python) -c '' 2>/dev/null || echo dead_venv)

.PHONY: help site html new serve publish export verify screenshots test check bench bench-cleaning bench-pages bench-search train soak expected lock clean ready ready_to_test dead_venv

help: ## says what each verb does
	@echo "make VERB [ARCHIVE=dir]"
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1|/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

site: ready ## cleans scraped/ into content/ and builds output/, the site
	@setup/site.sh $(python) pelicanconf.py build-report.json

html: site ## the same as site

new: ready ## starts an empty archive: make new ARCHIVE=dir
	@if [ "$$ARCHIVE" = . ]; then echo "Say where: make new ARCHIVE=dir" >&2; exit 2; fi
	@$(python) -m unscrape new "$$ARCHIVE"

serve: $(venv)/.site ## shows output/ at an address of this machine (PORT=8000)
	@$(python) setup/serve.py "$$ARCHIVE/output" $(PORT)

publish: ready ## builds output-published/ for a host: make publish SITEURL=https://…
	@if [ -z "$$SITEURL" ]; then echo "Say where it will stand: make publish SITEURL=https://…" >&2; exit 2; fi
	@setup/site.sh $(python) publishconf.py publish-report.json

export: ready ## builds the site, and exports/ with tables, EPUB and a bag of the archive (TOPIC=slug: the EPUB of a topic)
	@EXPORT=1 TOPIC="$(TOPIC)" setup/site.sh $(python) pelicanconf.py build-report.json

verify: $(venv)/.site ## checks that nothing in the exported bag was changed
	@$(python) plugins/exports/bag.py "$$ARCHIVE/exports/bag"

test: ready_to_test ## runs everything that a release must pass, in a real browser too (ARGS="-k words" for some)
	@CHROMIUM=$$($(python) setup/browser.py) && export CHROMIUM && $(python) setup/browser.py firefox >/dev/null && \
	{ $(python) -m pytest -m "not soak" $(ARGS); pages=$$?; $(npm) test; modules=$$?; exit $$((pages + modules > 0)); }

check: ready_to_test ## checks format, style and types, Python's and the browser code's
	$(venv)/bin/ruff format --check $(checked)
	$(venv)/bin/ruff check $(checked)
	$(venv)/bin/mypy $(checked)
	@$(npm) run check

bench: ready ## measures how fast pages are cleaned and the site is built
	@$(python) bench/speed.py "$$ARCHIVE"

bench-cleaning: ready $(peers_venv)/.installed $(peers)/node_modules/.installed ## measures cleaning against other tools (ARGS="--help")
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(python) -m bench.cleaning --peers $(peers_venv)/bin/python $(ARGS)

bench-pages: ready_to_test $(lighthouse)/node_modules/.installed ## judges a published build of the archive by Lighthouse
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" CHROME_PATH=$$($(python) setup/browser.py) $(python) -m bench.pages "$$ARCHIVE"

bench-search: ready_to_test $(peers_venv)/.installed $(peers)/node_modules/.installed ## measures search against Pagefind, MiniSearch and the whole Lunr index
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" CHROMIUM=$$($(python) setup/browser.py) $(python) -m bench.search --peers $(peers_venv)/bin/python $(ARGS)

train: ready $(train_venv)/.installed ## learns the weights for unknown sites anew, from ../shared (ARGS="--help")
	@PYTHONPATH="$(CURDIR)" $(train_venv)/bin/python -m training.block_model $(ARGS)
	@[ -n "$(ARGS)" ] || PYTHONPATH="$(CURDIR)" $(train_venv)/bin/python -m training.metadata

screenshots: ready_to_test ## photographs each kind of page of output/ into .cache/screenshots/
	@CHROMIUM=$$($(python) setup/browser.py) $(python) setup/screenshots.py "$$ARCHIVE/output" "$$ARCHIVE/.cache/screenshots"

soak: ready_to_test ## runs the long tests, over thousands of pages
	@$(python) -m pytest -m soak $(ARGS)

expected: ready_to_test ## rewrites what the cleaning cases in tests/pages expect; read that diff as carefully as code
	@$(python) -m pytest tests/pages --rewrite-expected $(ARGS)

lock: ## locks the newest versions of the Python packages, with hashes
	@setup/lock.sh $(PYTHON)

clean: ## removes the built site and caches, never content, ledger, scraped or curation
	@setup/clean.sh
	@rm -rf $(reader)/static/css $(reader)/static/js .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find unscrape plugins setup bench tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What the verbs stand on. Each stamp is written last, so that a step that was interrupted is done again.

ready: $(venv)/.unscrape $(bundle)

ready_to_test: ready $(venv)/.test

$(venv)/.site: requirements/site.txt $(dead_venv)
	@setup/venv.sh $(PYTHON)
	@printf '%s\n' "$(CURDIR)" > $@

$(venv)/.unscrape: $(venv)/.site pyproject.toml
	@$(python) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(venv)/.test: $(venv)/.site requirements/test.txt
	@echo "Installing the locked packages for the tests"
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement requirements/test.txt
	@touch $@

$(peers_venv)/.installed: requirements/bench.txt | $(venv)/.site
	@echo "Installing the locked packages to measure against into $(peers_venv)"
	@$(python) -m venv --clear $(peers_venv)
	@# --no-deps: the lock names them all, and Debian 12's pip stumbles over one that asks for lxml[html-clean] twice.
	@$(peers_venv)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps --requirement $<
	@touch $@

$(train_venv)/.installed: requirements/train.txt requirements/site.txt | $(venv)/.site
	@echo "Installing the locked packages that the weights are learned with into $(train_venv)"
	@$(python) -m venv --clear $(train_venv)
	@for lock in site train; do \
	  $(train_venv)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps --requirement requirements/$$lock.txt || exit 1; done
	@touch $@

$(peers)/node_modules/.installed: $(peers)/package-lock.json | $(venv)/.site
	@$(npm:$(reader)=$(peers)) ci --ignore-scripts --silent
	@touch $@

$(lighthouse)/node_modules/.installed: $(lighthouse)/package-lock.json | $(venv)/.site
	@$(npm:$(reader)=$(lighthouse)) ci --ignore-scripts --silent
	@touch $@

$(reader)/node_modules/.installed: $(reader)/package-lock.json | $(venv)/.site
	@echo "Installing the locked browser packages"
	@$(npm) ci --ignore-scripts --silent
	@touch $@

$(bundle): $(reader)/node_modules/.installed $(shell find $(reader)/browser $(reader)/css -type f) $(reader)/build.mjs
	@$(npm) run --silent build
