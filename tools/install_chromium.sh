#!/usr/bin/env bash
# Debian's Chromium for tests/browser; as root install it where it is missing, else say the one line that does.
# Without it those tests are skipped and say so, so this never fails.
set -euo pipefail
command -v chromium >/dev/null && exit 0
line="apt-get install --yes --no-install-recommends chromium"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing chromium ..." >&2
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $line -qq >&2 && exit 0
fi
echo "The tests of the pages are skipped without Chromium. Install it: sudo $line" >&2
