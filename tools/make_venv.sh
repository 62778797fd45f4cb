#!/usr/bin/env bash
# Make the virtual environment $1 with $PYTHON (default python3), which must be 3.11 or newer.
# Where Debian's python3-venv is missing: install it as root, else say the one line that does.
set -euo pipefail
venv=${1:?usage: make_venv.sh FOLDER}
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "verbale needs Python 3.11 or newer; '$python' is $("$python" --version 2>&1 || echo missing)." >&2
  echo "Name another one: make PYTHON=/path/to/python3.11 ..." >&2
  exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  line="apt-get install --yes --no-install-recommends python$version-venv"
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing python$version-venv ..." >&2
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $line -qq >&2
  else
    echo "This Python cannot make virtual environments. Install what it lacks, then try again:" >&2
    echo "  sudo $line" >&2
    exit 1
  fi
fi

"$python" -m venv "$venv"
