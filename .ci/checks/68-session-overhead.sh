#!/usr/bin/env bash
# The protocol costs at most 1 ms a case: 4,000 small cases on the reference VM, in process and behind `vm serve`, one at a time. The
# best of three counts, for a busy machine only ever adds.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "it reads the results"

cases=4000
mkdir -p "$scratch/cases/base"
{
  printf 'chapter: base\nrequires: [quote]\ncases:\n'
  for i in $(seq "$cases"); do
    printf '  - { id: word-%d, clauses: [BASE-1], program: "'"'"'w%d", expect: { value: w%d } }\n' "$i" "$i" "$i"
  done
} >"$scratch/cases/base/words.yaml"
cat >"$scratch/served.yaml" <<END
name: served
mode: session
command: [$top/touchstone, vm, serve]
lines: sexp
batch: 1000000
END

# duration SUBJECT: milliseconds of the run, the start of the runner left out; that of the VM counts.
duration() {
  "$top/touchstone" run --corpus "$scratch/cases" --corpus-only --jobs 1 --subject "$1" --report "$scratch/report" >"$scratch/out" 2>&1 ||
    { tail -n 3 "$scratch/out" >&2; return 1; }
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["milliseconds"])' "$scratch/report/results.json"
}

best() {
  printf '%s\n' "$@" | sort -n | head -n 1
}

inside=() outside=()
for _ in 1 2 3; do
  inside+=("$(duration reference)") || fail "in process"
  outside+=("$(duration "$scratch/served.yaml")") || fail "behind the protocol"
done
a=$(best "${inside[@]}") b=$(best "${outside[@]}")
awk "BEGIN { printf \"%d cases: %d ms in process, %d ms behind the protocol: %.3f ms a case\\n\", $cases, $a, $b, ($b - $a) / $cases }"
[ $((b - a)) -le "$cases" ] || fail "more than 1 ms a case"
