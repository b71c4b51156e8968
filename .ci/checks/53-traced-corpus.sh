#!/usr/bin/env bash
# To be traced changes nothing (TRACE-1): the corpus passes on a reference VM that traces every run, for nobody. By default that is
# some chapters at each level, with --all every case in events, and in steps every case but those that loop a million times.
#
#   .ci/checks/53-traced-corpus.sh [--all]
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

declare -A selection=([events]='--chapter control,handlers,traces' [steps]='--chapter base,functions,bytecode,traces')
least=600
case ${1:-} in
  --all)
    counting=$(cd "$top/test-cases" && for d in */; do [ "$d" = tail-calls/ ] || printf '%s*,' "$d"; done)
    selection=([events]='' [steps]="--id ${counting%,}")
    least=2500
    ;;
  '') ;;
  *) fail "unknown argument: $1" ;;
esac

for level in events steps; do
  mkdir -p "$scratch/$level"
  cat >"$scratch/$level/subject.yaml" <<SUBJECT
name: traced-$level
mode: session
command: ["$top/touchstone", vm, serve, --level, $level]
lines: sexp
limits: { time: 120s, output: 10000000 }
SUBJECT
  read -r -a selected <<<"${selection[$level]}"
  "$top/touchstone" run --subject "$scratch/$level/subject.yaml" ${selected[@]+"${selected[@]}"} --report "$scratch/report" >"$scratch/out" 2>&1 || {
    grep -E '^(fail|crash|timeout|exhausted|not-run|protocol-error) ' "$scratch/out" | head -n 20
    fail "not every case passes while $level are traced"
  }
  grep -E "^traced-$level .*: [0-9]+ cases: " "$scratch/out"
  ran=$(sed -n -E "s/^traced-$level .*: [0-9]+ cases: ([0-9]+) pass.*/\1/p" "$scratch/out")
  [ "${ran:-0}" -ge "$least" ] || fail "only ${ran:-0} cases ran while $level were traced"
done
