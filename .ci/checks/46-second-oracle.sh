#!/usr/bin/env bash
# The definitional evaluator, independent of the machine from Core on, passes all of the corpus that applies to it; that the machine
# does is what `mvn verify` shows.
#
#   .ci/checks/46-second-oracle.sh [--all]    (by default some chapters)
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

selection=(--chapter core,functions,handlers,captures,data,spec)
least=1000
case ${1:-} in
  --all) selection=() least=2400 ;;
  '') ;;
  *) fail "unknown argument: $1" ;;
esac

"$top/touchstone" run --subject definitional ${selection[@]+"${selection[@]}"} --report "$scratch/report" >"$scratch/out" 2>&1 || {
  grep -E '^(fail|crash|timeout|exhausted|not-run) ' "$scratch/out" | head -n 20
  fail "not every case passes"
}
grep -E '^definitional .*: [0-9]+ cases: ' "$scratch/out"
ran=$(sed -n -E 's/^definitional .*: [0-9]+ cases: ([0-9]+) pass.*/\1/p' "$scratch/out")
[ "${ran:-0}" -ge "$least" ] || fail "the definitional evaluator ran ${ran:-0} cases only"
