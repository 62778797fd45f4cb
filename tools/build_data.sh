#!/usr/bin/env bash
# Rebuild the shipped tables from data-sources/; with --check only compare and fail on a difference.
# rigour compiles PyICU, so this needs ICU headers and a compiler, in an environment apart from the project's.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv-data
packages="libicu-dev pkg-config g++"

if ! pkg-config --exists icu-i18n 2>/dev/null || ! command -v g++ >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $packages >&2
  else
    echo "The tables are built with ICU. Install it, then try again:" >&2
    echo "  sudo apt-get install --yes $packages" >&2
    exit 1
  fi
fi

[ -x $venv/bin/python ] || bash tools/make_venv.sh $venv
$venv/bin/python -m pip install --quiet --require-hashes -r requirements/data.txt
$venv/bin/python tools/build_territories.py "$@"
$venv/bin/python tools/build_places.py "$@"
$venv/bin/python tools/build_world.py "$@"
