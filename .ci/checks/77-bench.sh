#!/usr/bin/env bash
# `./touchstone bench` measures: a ratio in the table and in the JSON, a picture, the values right on both sides; and large integers,
# sorting and reading take at most three times as long as on Guile without its JIT.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs guile "nothing to compare with"

"$top/touchstone" bench --program diviter --rounds 1 --against guile-nojit \
  --json "$scratch/bench.json" --chart "$scratch/bench.svg" >"$scratch/table" || fail "exit code $?: $(cat "$scratch/table")"
grep -Eq '^diviter .* s .*[0-9]\.[0-9]{2}$' "$scratch/table" || fail "no ratio: $(cat "$scratch/table")"
grep -q '"geometric-mean"' "$scratch/bench.json" || fail "no mean in the JSON"
grep -q '^<svg ' "$scratch/bench.svg" || fail "no picture"
grep '^diviter' "$scratch/table"

"$top/touchstone" bench --program factorial,sort,read --rounds 1 --against guile-nojit >"$scratch/table" || fail "exit code $?: $(cat "$scratch/table")"
grep -E '^(factorial|sort|read) ' "$scratch/table"
awk '/^(factorial|sort|read) / { seen++; if ($NF > 3) slow = 1 } END { exit slow || seen != 3 }' "$scratch/table" || fail "more than three times Guile's time"
