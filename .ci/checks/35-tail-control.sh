#!/usr/bin/env bash
# The claims about tail calls can fail: on a VM that has tail calls they pass by measured memory; on the same VM with tail calls
# switched off they do not.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the toy VM is written in it"

subjects=$top/conformance-tests/src/test/subjects
case=format/space/a-loop-of-tail-calls-is-constant
for subject in toy toy-no-tail; do
  "$top/touchstone" run --subject "$subjects/$subject.yaml" --id "$case" --report "$scratch/$subject" >"$scratch/$subject.out" 2>&1 || true
  printf '%s: %s\n' "$subject" "$(grep '^touchstone: ' "$scratch/$subject.out")"
done
grep -q '"verdict" : "pass"' "$scratch/toy/results.json" || fail "the case does not pass with tail calls"
! grep -q '"verdict" : "pass"' "$scratch/toy-no-tail/results.json" || fail "the case passes without tail calls"
