#!/usr/bin/env bash
# take-snapshots.sh HANDED_OVER CHECKOUT: copies new snapshots out of a folder that nobody vouches for.
#
# The job that reads a document from the network hands a folder over to the job that may write. Whatever else that
# folder holds (a .git with hooks, a workflow, a link, a document that is there already) stays where it is: taken are
# plain files of the two names that a snapshot has, in a folder named as snapshots are, of a document that exists.
set -euo pipefail
from=$1
to=$2
most_bytes=$((256 * 1024 * 1024))
most_snapshots=50
taken=0

for provenance in "$from"/sources/*/snapshots/*/provenance.json; do
  folder=$(dirname "$provenance")
  name=$(basename "$folder")
  id=$(basename "$(dirname "$(dirname "$folder")")")
  [[ $name =~ ^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}$ && $id =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || continue
  # No part of the way may be a link: it could lead anywhere.
  for part in sources "sources/$id" "sources/$id/snapshots" "sources/$id/snapshots/$name"; do
    [[ -d "$from/$part" && ! -L "$from/$part" ]] || continue 2
  done
  [[ -f "$to/sources/$id/document.yaml" && ! -L "$to/sources/$id" && ! -L "$to/sources/$id/snapshots" ]] || continue
  # A snapshot that is here already is never written again.
  [[ ! -e "$to/sources/$id/snapshots/$name" ]] || continue
  documents=()
  for file in document.pdf document.txt; do
    [[ -f "$folder/$file" && ! -L "$folder/$file" ]] && documents+=("$folder/$file")
  done
  [[ ${#documents[@]} -eq 1 && -f "$provenance" && ! -L "$provenance" ]] || continue
  bytes=$(cat "$provenance" "${documents[0]}" | head -c $((most_bytes + 1)) | wc -c)
  [[ $bytes -le $most_bytes && $taken -lt $most_snapshots ]] || continue
  mkdir -p "$to/sources/$id/snapshots/$name"
  cp "$provenance" "${documents[0]}" "$to/sources/$id/snapshots/$name/"
  chmod 644 "$to/sources/$id/snapshots/$name"/*
  taken=$((taken + 1))
done
echo "snapshots taken: $taken"
