#!/usr/bin/env bash
# The two machines, independent of each other from Core on, pass the same corpus: all that applies to either.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

"$top/touchstone" run --subject reference --subject definitional --report "$scratch/report" >"$scratch/out" 2>&1 || {
  grep -E '^(fail|crash|timeout|exhausted|not-run) ' "$scratch/out" | head -n 20
  fail "not every case passes on both"
}
grep -E '^(reference|definitional) .*: [0-9]+ cases: ' "$scratch/out"
ran=$(sed -n -E 's/^definitional .*: [0-9]+ cases: ([0-9]+) pass.*/\1/p' "$scratch/out")
[ "${ran:-0}" -ge 2000 ] || fail "the definitional evaluator ran ${ran:-0} cases only"
