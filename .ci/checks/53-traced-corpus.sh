#!/usr/bin/env bash
# To be traced changes nothing (TRACE-1): all of the corpus that applies to the reference VM passes on one that traces every run,
# events as well as steps, for nobody. By default that is some chapters at each level, a minute in all:
#
#   .ci/checks/53-traced-corpus.sh [--all]
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

declare -A chapters=([events]=control,handlers,captures,core,traces [steps]=base,functions,tail-calls,frames,bytecode,traces)
least=600
case ${1:-} in
  --all) chapters=() least=3000 ;;
  '') ;;
  *) fail "unknown argument: $1" ;;
esac

for level in events steps; do
  mkdir -p "$scratch/$level"
  cat >"$scratch/$level/subject.yaml" <<EOF
name: traced-$level
mode: session
command: ["$top/touchstone", vm, serve, --level, $level]
lines: sexp
limits: { time: 120s, output: 10000000 }
EOF
  "$top/touchstone" run --subject "$scratch/$level/subject.yaml" ${chapters[$level]:+--chapter "${chapters[$level]}"} --report "$scratch/report" >"$scratch/out" 2>&1 || {
    grep -E '^(fail|crash|timeout|exhausted|not-run|protocol-error) ' "$scratch/out" | head -n 20
    fail "not every case passes while $level are traced"
  }
  grep -E "^traced-$level .*: [0-9]+ cases: " "$scratch/out"
  ran=$(sed -n -E "s/^traced-$level .*: [0-9]+ cases: ([0-9]+) pass.*/\1/p" "$scratch/out")
  [ "${ran:-0}" -ge "$least" ] || fail "only ${ran:-0} cases ran while $level were traced"
done
