#!/usr/bin/env bash
# The templates of subjects in Python, C and Rust run as they are: every case on integers and output that applies to them passes, and
# nothing is counted against them.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

tried=0
for pair in python:python3 c:cc rust:rustc; do
  name=template-${pair%:*}
  if ! command -v "${pair#*:}" >/dev/null; then
    printf 'skipped: %s is not installed; %s was not run\n' "${pair#*:}" "$name"
    continue
  fi
  tried=$((tried + 1))
  "$top/touchstone" run --subject "$name" --report "$scratch/$name" >"$scratch/$name.out" 2>&1 ||
    fail "$name: $(grep '^touchstone: ' "$scratch/$name.out" || tail -n 3 "$scratch/$name.out")"
  results=$scratch/$name/results.json
  passed=$(count "$results" pass)
  printf '%s: %s passed, %s do not apply\n' "$name" "$passed" "$(count "$results" unsupported)"
  [ "$passed" -ge 60 ] || fail "$name passes $passed cases only; it should pass at least 60"
done
[ "$tried" -gt 0 ] || skip "neither Python nor C nor Rust is there"
