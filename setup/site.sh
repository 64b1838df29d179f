#!/bin/sh
# Cleans the archive's scrapes and builds its site. Usage: ARCHIVE=dir setup/site.sh PYTHON SETTINGS OUTPUT
# A scrape that can't be cleaned doesn't keep the others from their site; it is told again at the end, which is an error.
set -eu

python=$1 settings=$2 output=$3

if [ ! -d "$ARCHIVE" ]; then
    echo "There is no folder '$ARCHIVE'. Start an archive there: make new ARCHIVE='$ARCHIVE'" >&2
    exit 2
fi

cleaned=0
"$python" -m unscrape articles --archive "$ARCHIVE" || cleaned=$?
"$python" -m pelican "$ARCHIVE/content" --settings "$settings" --output "$ARCHIVE/$output" --fatal errors --quiet
"$python" setup/report.py "$ARCHIVE" "$output"

if [ "$cleaned" -ne 0 ]; then
    echo "Some scrapes could not be cleaned: they are named above, and by: $python -m unscrape status --archive '$ARCHIVE'" >&2
fi
exit "$cleaned"
