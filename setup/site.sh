#!/bin/sh
# Cleans an archive's scrapes, builds its site and tells what was made. Usage: ARCHIVE=dir setup/site.sh PYTHON SETTINGS REPORT
# A scrape that can't be cleaned, or an article with a fault, doesn't keep the others from their site: it is told again at
# the end, which is an error.
set -eu

python=$1 settings=$2 report=$ARCHIVE/.cache/$3

if [ ! -d "$ARCHIVE" ]; then
    echo "There is no folder '$ARCHIVE'. Start an archive there: make new ARCHIVE='$ARCHIVE'" >&2
    exit 2
fi

cleaned=0 built=0
"$python" -m unscrape articles --archive "$ARCHIVE" || cleaned=$?
# 1 is for scrapes that were set aside. Anything else is a fault of the whole archive, which has told itself.
if [ "$cleaned" -gt 1 ]; then
    echo "No site was built: mend what is told above first." >&2
    exit "$cleaned"
fi
# An earlier build's report must not speak for one that broke off.
rm -f "$report"
"$python" -m pelican --settings "$settings" || built=$?
if [ -f "$report" ]; then "$python" plugins/build_report.py "$report"; fi

if [ "$cleaned" -ne 0 ]; then
    echo "Some scrapes could not be cleaned (named above). Again: $python -m unscrape status --archive '$ARCHIVE'" >&2
fi
if [ "$built" -ne 0 ]; then
    echo "The site has faults, or could not be built (told above)." >&2
fi
exit $((cleaned > 0 || built > 0))
