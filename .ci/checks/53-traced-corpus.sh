#!/usr/bin/env bash
# To be traced changes nothing (TRACE-1): all of the corpus that applies to the reference VM passes on one that traces every run,
# for nobody: events in all cases, steps in all but those that loop a million times to be measured.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

counting=$(cd "$top/test-cases" && for d in */; do [ "$d" = tail-calls/ ] || printf '%s*,' "$d"; done)
for level in events steps; do
  selected=()
  least=2500
  [ "$level" = events ] || {
    selected=(--id "${counting%,}")
    least=2000
  }
  mkdir -p "$scratch/$level"
  cat >"$scratch/$level/subject.yaml" <<EOF
name: traced-$level
mode: session
command: ["$top/touchstone", vm, serve, --level, $level]
lines: sexp
limits: { time: 120s, output: 10000000 }
EOF
  "$top/touchstone" run --subject "$scratch/$level/subject.yaml" ${selected[@]+"${selected[@]}"} --report "$scratch/report" >"$scratch/out" 2>&1 || {
    grep -E '^(fail|crash|timeout|exhausted|not-run|protocol-error) ' "$scratch/out" | head -n 20
    fail "not every case passes while $level are traced"
  }
  grep -E "^traced-$level .*: [0-9]+ cases: " "$scratch/out"
  ran=$(sed -n -E "s/^traced-$level .*: [0-9]+ cases: ([0-9]+) pass.*/\1/p" "$scratch/out")
  [ "${ran:-0}" -ge "$least" ] || fail "only ${ran:-0} cases ran while $level were traced"
done
