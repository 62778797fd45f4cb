#!/usr/bin/env bash
# Write requirements/*.txt anew: every package that pyproject.toml leads to, pinned, with the hashes of all its files,
# for every platform. $1 is a Python 3.11 or newer. uv resolves, in an environment of its own.
set -euo pipefail
python=${1:-python3}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$python" -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet uv
compile=("$tmp/venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes
  --no-config --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock")
"${compile[@]}" pyproject.toml --output-file requirements/core.txt
"${compile[@]}" pyproject.toml --extra dev --constraints requirements/core.txt --output-file requirements/dev.txt
"${compile[@]}" pyproject.toml --extra record --constraints requirements/dev.txt --output-file requirements/record.txt
"${compile[@]}" requirements/build.in --output-file requirements/build.txt
"${compile[@]}" requirements/data.in --output-file requirements/data.txt
"${compile[@]}" requirements/s3.in --output-file requirements/s3.txt
