#!/usr/bin/env bash
# Install the core into a fresh environment and say what it weighs; fails above the limit in MB ($1, default 450).
set -euo pipefail
limit=${1:-450}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bash tools/make_venv.sh "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --require-hashes -r requirements/core.txt
"$tmp/venv/bin/pip" install --quiet --require-hashes -r requirements/build.txt
"$tmp/venv/bin/pip" install --quiet --no-deps --no-build-isolation .
du -sm "$tmp"/venv/lib/python3*/site-packages/* | sort -rn | sed -n 1,15p
size=$(du -sm "$tmp/venv" | cut -f1)
echo "core install: $size MB (limit $limit MB)"
[ "$size" -le "$limit" ]
