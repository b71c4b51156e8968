#!/usr/bin/env bash
# The claims about tail calls can fail: on a VM that has tail calls they pass by measured memory; on the same VM with tail calls
# switched off they do not.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the toy VM is written in it"

subjects=$top/conformance-tests/src/test/subjects
# Less long than the cases of the corpus: the toy is slow.
mkdir -p "$scratch/cases/toy"
cat >"$scratch/cases/toy/space.yaml" <<'Y'
chapter: cases-and-verdicts
cases:
  - id: a-loop-of-tail-calls-is-constant
    clauses: [SPACE-2]
    essential: [space]
    vary: { N: [10000, 200000] }
    program: |
      (define (loop n) (if (= n 0) 'done (loop (- n 1))))
      (loop N)
    expect: { value: done, space: { frames: constant } }
Y
for subject in toy toy-no-tail; do
  "$top/touchstone" run --subject "$subjects/$subject.yaml" --corpus "$scratch/cases" --corpus-only --report "$scratch/$subject" >"$scratch/$subject.out" 2>&1 || true
  printf '%s: %s\n' "$subject" "$(grep '^touchstone: ' "$scratch/$subject.out")"
done
grep -q '"verdict" : "pass"' "$scratch/toy/results.json" || fail "the case does not pass with tail calls"
! grep -q '"verdict" : "pass"' "$scratch/toy-no-tail/results.json" || fail "the case passes without tail calls"
