#!/bin/sh
# Writes requirements/*.txt anew from requirements/*.in. Usage: setup/lock.sh PYTHON
# PYTHON should be the oldest that we serve (Debian 12's 3.11.2): a lock made with a newer one may not install there.
set -eu

tools=.cache/lock-tools
[ -x "$tools/bin/pip-compile" ] || { "$1" -m venv --clear "$tools"; "$tools/bin/python" -m pip install --quiet --upgrade pip pip-tools; }

# The registry alone, whatever else this machine is told to look at: the lock must hold the hashes that everyone gets.
export PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS='' PIP_EXTRA_INDEX_URL='' CUSTOM_COMPILE_COMMAND='make lock'
for name in site test bench train; do
    (cd requirements && "../$tools/bin/pip-compile" --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
        --no-config --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "$name.txt" "$name.in")
done
