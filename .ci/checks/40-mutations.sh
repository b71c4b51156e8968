#!/usr/bin/env bash
# Faults planted into copies of the reference VM, one at a time: each must turn cases of the corpus red. They are listed in
# .ci/fixtures/mutants.txt; without an argument those are planted that the list says are to be always.
#
#   .ci/checks/40-mutations.sh [--all | NAME...]
source "$(dirname "${BASH_SOURCE[0]}")/../lib/plant.sh"
list=$top/.ci/fixtures/mutants.txt
survivors=()

# mutant NAME FILE PERL-SUBSTITUTION IDS: plants it, runs these cases, lists the first that turned red.
mutant() {
  local name=$1 copy=$scratch/$1 code=0 summary
  plant "$1" "$2" "$3"
  timeout 300 "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dtouchstone.home=$top" \
    -cp "$copy/classes:$top/conformance-tests/target/touchstone-conformance-tests.jar:$library/*" \
    dev.touchstone.conformance.cli.Main run --id "$4" --report "$copy/report" >"$copy/out" 2>&1 || code=$?
  summary=$(grep '^touchstone: ' "$copy/out" | tail -n 1)
  if grep -qE '^touchstone: [0-9]+ passed, [1-9][0-9]* failed' "$copy/out"; then
    printf '%s: %s\n' "$name" "$summary"
    sed -n -E 's/^(fail|crash|timeout|exhausted|not-run) ([^ :]*).*/    \2/p' "$copy/out" | sed -n 1,6p
  else
    printf '%s SURVIVES: the run ended with %s. %s\n' "$name" "$code" "$summary"
    survivors+=("$name")
  fi
  rm -rf "$copy"
}

# wanted NAME ALWAYS ARGUMENT...: whether the arguments of this script ask for it.
wanted() {
  local name=$1 always=$2
  shift 2
  case " $* " in
    "  ") [ -n "$always" ] ;;
    *" --all "* | *" $name "*) ;;
    *) return 1 ;;
  esac
}

planted=0
name='' always='' file='' cases=''
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    'name: '*) name=${line#*: } always='' ;;
    always) always=yes ;;
    'file: '*) file=${line#*: } ;;
    'cases: '*) cases=${line#*: } ;;
    'change: '*)
      if wanted "$name" "$always" "$@"; then
        mutant "$name" "$file" "${line#*: }" "$cases"
        planted=$((planted + 1))
      fi
      ;;
    '' | '#'*) ;;
    *) fail "$list: not a line of an entry: $line" ;;
  esac
done <"$list"

[ "$planted" -gt 0 ] || fail "no fault of $list is called so: $*"
printf '%s planted, %s survived\n' "$planted" "${#survivors[@]}"
[ ${#survivors[@]} = 0 ] || fail "no case turned red with: ${survivors[*]}"
