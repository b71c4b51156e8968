#!/usr/bin/env bash
# From a fresh clone, `./touchstone run` builds, runs at least 150 cases on the reference VM, ends 0, and prints where the report is.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

clone=$(fresh_clone clone)
"$clone/touchstone" run >"$scratch/out" 2>"$scratch/err" || {
  tail -n 40 "$scratch/err" "$scratch/out"
  fail "./touchstone run ended with $?"
}
tail -n 5 "$scratch/out"
passed=$(sed -n 's/^touchstone: \([0-9]*\) passed, 0 failed.*/\1/p' "$scratch/out")
[ -n "$passed" ] || fail "no closing line with 0 failed"
[ "$passed" -ge 150 ] || fail "only $passed cases passed"
report=$(grep -o '/[^ ]*index\.html' "$scratch/out" | head -n 1)
[ -s "$report" ] || fail "the report that was printed is not there: '$report'"
[ -z "$(git -C "$clone" status --porcelain)" ] || fail "the build leaves files that git does not ignore"
