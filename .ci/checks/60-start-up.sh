#!/usr/bin/env bash
# `./touchstone vm run` of a hello program takes at most 0.6 s of wall time when warm; Guile's time stands beside it.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

printf '(display "hello") (newline)\n' >"$scratch/hello.scm"
[ "$("$top/touchstone" vm run "$scratch/hello.scm")" = hello ] || fail "hello"

milliseconds() {
  local began=$EPOCHREALTIME
  "$@" >/dev/null 2>&1
  awk "BEGIN { print int(1000 * ($EPOCHREALTIME - $began)) }"
}

ours=() theirs=()
for _ in 1 2 3 4 5 6 7 8 9; do
  ours+=("$(milliseconds "$top/touchstone" vm run "$scratch/hello.scm")")
  if command -v guile >/dev/null; then
    theirs+=("$(milliseconds guile -q --no-auto-compile "$scratch/hello.scm")")
  fi
done
printf 'hello, whole process, median of 9: Touchstone %s ms' "$(median "${ours[@]}")"
[ ${#theirs[@]} = 0 ] || printf ', Guile %s ms' "$(median "${theirs[@]}")"
printf '\n'
[ "$(median "${ours[@]}")" -le 600 ] || fail "more than 600 ms"
