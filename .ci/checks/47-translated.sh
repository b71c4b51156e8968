#!/usr/bin/env bash
# Code that becomes methods does what the loop does: the whole corpus passes when everything is translated at once, and when nothing is.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

# run NAME OFTEN: the corpus when a code is translated after being entered so often
run() {
  TOUCHSTONE_JAVA_OPTS="-Dtouchstone.vm.often=$2" "$top/touchstone" run --report "$scratch/$1" >"$scratch/$1.out" 2>&1 || {
    grep -E '^(fail|crash|timeout|exhausted|not-run) ' "$scratch/$1.out" | head -n 20
    fail "$1: not every case passes"
  }
  printf '%s: %s\n' "$1" "$(tail -n 1 "$scratch/$1.out")"
}

run 'everything translated' 0
run 'nothing translated' 2147483647
