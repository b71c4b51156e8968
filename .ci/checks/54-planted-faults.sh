#!/usr/bin/env bash
# Faults planted into copies of the reference VM, one at a time (.ci/fixtures/trace-faults.txt): `trace diff` of a run on the VM
# and of the same run on the copy names the instruction or event that went wrong, and its clause.
#
#   .ci/checks/54-planted-faults.sh [--all | NAME...]    (by default every second one; --all when traces or the machine change)
source "$(dirname "${BASH_SOURCE[0]}")/../lib/plant.sh"
list=$top/.ci/fixtures/trace-faults.txt
planted=0
listed=0
missed=()

# trace CLASSES OUT LEVEL: the trace of the program; a run that fails or crashes leaves one too.
trace() {
  timeout 60 "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$1" dev.touchstone.vm.cli.Main \
    trace --level "$3" --format json --max-steps 100000 -o "$2" "$scratch/program.scm" >"$scratch/said" 2>&1 || true
  [ -s "$2" ] || {
    cat "$scratch/said"
    fail "$name: there is no trace"
  }
}

# fault NAME FILE LEVEL PROGRAM SUSPECT CLAUSE CHANGE
fault() {
  local name=$1 code=0 suspected
  plant "$1" "$2" "$7"
  printf '%s\n' "$4" >"$scratch/program.scm"
  trace "$top/reference-vm/target/classes" "$scratch/good.trace" "$3"
  trace "$scratch/$1/classes" "$scratch/bad.trace" "$3"
  "$top/touchstone" trace diff "$scratch/good.trace" "$scratch/bad.trace" >"$scratch/answer" 2>&1 || code=$?
  suspected=$(sed -n 's/^Suspect: //p' "$scratch/answer")
  if [ "$code" = 1 ] && grep -qF -- "$5" <<<"$suspected" && grep -qE "^  $6" "$scratch/answer"; then
    printf '%s: %s; %s\n' "$name" "$suspected" "$(grep -oE "^  ($6)[0-9]*" "$scratch/answer" | head -n 1 | tr -d ' ')"
  else
    printf '%s MISSED (exit %s):\n' "$name" "$code"
    cat "$scratch/answer"
    missed+=("$name")
  fi
  rm -rf "${scratch:?}/$1"
}

name='' file='' level='' program='' suspect='' clause=''
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    'name: '*) name=${line#*: } ;;
    'file: '*) file=${line#*: } ;;
    'level: '*) level=${line#*: } ;;
    'program: '*) program=${line#*: } ;;
    'suspect: '*) suspect=${line#*: } ;;
    'clause: '*) clause=${line#*: } ;;
    'change: '*)
      listed=$((listed + 1))
      if [ $# = 0 ] && [ $((listed % 2)) = 1 ] || [ "${1:-}" = --all ] || [[ " $* " = *" $name "* ]]; then
        fault "$name" "$file" "$level" "$program" "$suspect" "$clause" "${line#*: }"
        planted=$((planted + 1))
      fi
      ;;
    '' | '#'*) ;;
    *) fail "$list: not a line of an entry: $line" ;;
  esac
done <"$list"

[ "$planted" -gt 0 ] || fail "no fault of $list is called so: $*"
printf '%s faults planted, %s not named\n' "$planted" "${#missed[@]}"
[ ${#missed[@]} = 0 ] || fail "not named: ${missed[*]}"
