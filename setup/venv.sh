#!/bin/sh
# Makes the folder .venv from requirements/site.txt, from scratch. Usage: setup/venv.sh PYTHON
# The Makefile writes its stamp only after this has ended well, so that an interrupted installation is begun anew.
set -eu

python=$1

fail() {
    printf '%s\n' "unscrape needs Python 3.11 or newer with venv. $*" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 ||
    fail "There is no '$python' here. On Debian or Ubuntu: apt-get install python3 python3-venv"

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "'$python' is $("$python" -V 2>&1). Where a newer one has another name, say so: make PYTHON=python3.12 …"

"$python" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "'$python' has no venv. On Debian or Ubuntu: apt-get install python3-venv"

echo "Installing the locked Python packages into .venv (once; a minute or two)"
"$python" -m venv --clear .venv
# --only-binary: a source package would build with tools that no hash vouches for.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    --requirement requirements/site.txt ||
    { echo "The packages could not be installed (see above). Mend that, then say the same again." >&2; exit 1; }
