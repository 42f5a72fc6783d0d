#!/usr/bin/env bash
# Builds the web pages into web/dist with the system's npm; does nothing when no source changed since the last build.
# `build.sh dependencies` only installs what package-lock.json names.
set -euo pipefail
cd "$(dirname "$0")"
[ -f package.json ] || { echo "web: no package.json, nothing to build"; exit 0; }

dependencies() {
  local lock
  lock=$(sha256sum package-lock.json | cut -d' ' -f1)
  [ "$(cat node_modules/.lock-hash 2>/dev/null)" != "$lock" ] || return 0
  npm ci --no-audit --no-fund
  echo "$lock" > node_modules/.lock-hash
}

command -v npm >/dev/null || { echo "web: npm is missing; install Node 20 or newer"; exit 1; }
if [ "${1:-}" = dependencies ]; then
  dependencies
  exit 0
fi

now=$(find . \( -name node_modules -o -name dist -o -name '.*' -a ! -name . \) -prune -o -type f -print0 \
  | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ "$(cat dist/.source-hash 2>/dev/null)" = "$now" ]; then
  echo "web: unchanged"
  exit 0
fi
dependencies
npm run build
echo "$now" > dist/.source-hash
