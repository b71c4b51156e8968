#!/usr/bin/env bash
# A second bytecode machine, in Python and written from the chapters alone, passes every bytecode case that applies to it: so what the
# cases ask for is in the chapters, and not only in the reference VM.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the second bytecode machine was not run"

"$top/touchstone" run --subject "$top/conformance-tests/src/test/subjects/bytecode.yaml" --chapter bytecode --report "$scratch/report" \
  >"$scratch/out" 2>&1 || {
  grep -E '^(fail|crash|timeout|exhausted|not-run|protocol-error) ' "$scratch/out" | head -n 20 || true
  tail -n 3 "$scratch/out"
  fail "not every bytecode case passes"
}
closing=$(grep -E '^touchstone: [0-9]+ passed, [0-9]+ failed, ' "$scratch/out") || fail "the run has no closing line"
printf 'bytecode.py: %s\n' "${closing#touchstone: }"
[[ $closing == *' 0 failed,'* ]] || fail "cases fail"
passed=$(sed -E 's/^touchstone: ([0-9]+) passed.*/\1/' <<<"$closing")
[ "$passed" -ge 150 ] || fail "only $passed cases passed, at least 150 were expected"
