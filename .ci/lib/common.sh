# Shared by the checks: where the checkout is, scratch copies, and three ways to end.
# shellcheck shell=bash
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT

fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}

skip() {
  printf 'skipped: %s\n' "$*"
  exit 0
}

# needs PROGRAM WHY
needs() {
  command -v "$1" >/dev/null || skip "$1 is not installed; $2"
}

# fresh_clone NAME: the last commit, as a user gets it; prints where.
fresh_clone() {
  git clone -q "$top" "$scratch/$1"
  printf '%s\n' "$scratch/$1"
}

# median NUMBER...
median() {
  printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"
}

# count FILE VERDICT: how many results of a results.json have that verdict.
count() {
  grep -c "\"verdict\" : \"$2\"" "$1" || true
}
