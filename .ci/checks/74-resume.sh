#!/usr/bin/env bash
# kill -9 of the runner in the middle of a run, then --resume: the verdicts are those of a run that nobody disturbed, nothing that
# was kept runs again, and no process of the subject is left.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the subject is a script of it"
cd "$scratch"

cat >slow.py <<'P'
import sys, time

program = open(sys.argv[1]).read().strip()
open(sys.argv[2], "a").write(program + "\n")
time.sleep(0.1)
number = int(program[2:])
if number == 55:
    time.sleep(600)
print("wrong" if number % 5 == 0 else program[1:])
P
cat >slow.yaml <<P
name: slow
mode: last-line
command: [python3, $scratch/slow.py, "{file}", $scratch/runs]
errors: { stream: stderr, patterns: [] }
features: [quote]
limits: { time: 3s }
P
mkdir -p small/slow
{
  printf 'chapter: base\ncases:\n'
  for i in $(seq 10 59); do
    printf "  - id: s%s\n    clauses: [BASE-1]\n    program: \"'s%s\"\n    expect: { value: s%s }\n" "$i" "$i" "$i"
  done
} >small/slow/many.yaml
run=("$top/touchstone" run --subject slow.yaml --corpus small --corpus-only --jobs 2)

code=0
"${run[@]}" --report whole >out 2>&1 || code=$?
[ "$code" = 1 ] || fail "the undisturbed run ended with $code: $(tail -n 3 out)"
printf 'undisturbed: %s\n' "$(tail -n 1 out)"
: >runs

"${run[@]}" --report part >out 2>&1 &
runner=$!
for _ in $(seq 600); do
  [ "$(wc -l 2>/dev/null <part/journal.ndjson || echo 0)" -ge 12 ] && break
  sleep 0.05
done
kill -9 "$runner"
wait "$runner" 2>/dev/null || true
sleep 1 # for runs that were just about to begin
kept=$(($(wc -l <part/journal.ndjson) - 1))
started=$(wc -l <runs)
printf 'killed after %s results, %s runs had been started\n' "$kept" "$started"
[ "$kept" -ge 10 ] && [ "$kept" -lt 50 ] || fail "the runner was not killed in the middle"
printf '{"subject":"slow.yaml","cla' >>part/journal.ndjson # as if the last line had been cut off

code=0
"${run[@]}" --report part --resume >out 2>&1 || code=$?
[ "$code" = 1 ] || fail "the resumed run ended with $code: $(tail -n 3 out)"
printf 'resumed:     %s\n' "$(tail -n 1 out)"
again=$(($(wc -l <runs) - started))
[ "$again" = $((50 - kept)) ] || fail "$again cases ran after the resumption, not $((50 - kept))"
python3 - whole/results.json part/results.json <<'P'
import json, sys

one, other = ({r["id"]: r["verdict"] for r in json.load(open(f))["subjects"][0]["results"]} for f in sys.argv[1:])
print("verdicts equal:", one == other, len(one))
sys.exit(one != other)
P
[ ! -e part/journal.ndjson ] || fail "the journal of a finished run is still there"
code=0
"${run[@]}" --report part --resume >out 2>&1 || code=$?
[ "$code" = 2 ] || fail "with nothing to resume it ended with $code"
sleep 1
left=$(pgrep -f "$scratch/slow.py" || true)
[ -z "$left" ] || fail "processes of the subject are left: $left"
