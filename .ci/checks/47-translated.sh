#!/usr/bin/env bash
# Code that becomes methods does what the loop does: the corpus passes when everything is translated at once. (That it passes when
# nothing is translated is what the check of traces shows.)
#
#   .ci/checks/47-translated.sh [--all]    (by default some chapters)
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

selection=(--chapter arith,bytecode,captures,control,core,functions,handlers,macros,tail-calls)
case ${1:-} in
  --all) selection=() ;;
  '') ;;
  *) fail "unknown argument: $1" ;;
esac

TOUCHSTONE_JAVA_OPTS=-Dtouchstone.vm.often=0 "$top/touchstone" run ${selection[@]+"${selection[@]}"} --report "$scratch/report" >"$scratch/out" 2>&1 || {
  grep -E '^(fail|crash|timeout|exhausted|not-run) ' "$scratch/out" | head -n 20
  fail "not every case passes"
}
tail -n 1 "$scratch/out"
