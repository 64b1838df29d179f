#!/bin/sh
# Removes an archive's built sites and caches, once the folder has shown itself to be an archive. Usage: ARCHIVE=dir setup/clean.sh
set -eu

refuse() {
    echo "$1; nothing was removed. Say which archive: make clean ARCHIVE=dir" >&2
    exit 2
}

[ -d "$ARCHIVE" ] || refuse "There is no folder '$ARCHIVE'"
folder=$(CDPATH='' cd -- "$ARCHIVE" && pwd -P)
# pwd may tell the root with two slashes.
case $folder in / | //) refuse "'$ARCHIVE' is the root of this machine and no archive" ;; esac

for name in content scraped curation; do
    if [ -d "$folder/$name" ]; then
        rm -rf "$folder/output" "$folder/output-published" "$folder/.cache"
        exit
    fi
done
refuse "'$ARCHIVE' is no archive: it has no folder content/, scraped/ or curation/"
