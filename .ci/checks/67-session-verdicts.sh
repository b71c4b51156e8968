#!/usr/bin/env bash
# The reference VM behind the protocol has the verdicts that it has in process: with one worker and with sixteen, in the order of the
# ids and shuffled. One worker runs fewer chapters than the sixteen: it would take as long as they together.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "it compares the results"

# run NAME ARGUMENT...
run() {
  local name=$1 code=0
  shift
  "$top/touchstone" run --report "$scratch/$name" "$@" >"$scratch/$name.out" 2>&1 || code=$?
  [ "$code" -le 1 ] || { tail -n 5 "$scratch/$name.out"; fail "$name ended with $code"; }
}

served=$top/conformance-tests/src/test/subjects/served.yaml
run in-process --chapter base,format,errors,functions,control,limits,bytecode
run one-worker --subject "$served" --jobs 1 --order shuffled:1 --chapter base,format,functions
run sixteen-workers --subject "$served" --jobs 16 --order shuffled:2 --chapter base,format,errors,functions,control,limits,bytecode
python3 - "$scratch" in-process one-worker sixteen-workers <<'P'
import json, sys

def verdicts(name):
    subject = json.load(open(f"{sys.argv[1]}/{name}/results.json"))["subjects"][0]
    return {r["id"]: r["verdict"] for r in subject["results"]}

first = verdicts(sys.argv[2])
differences = 0
for name in sys.argv[2:]:
    here = verdicts(name)
    counts = {v: list(here.values()).count(v) for v in sorted(set(here.values()))}
    print(f"{name}: {counts}")
    for case in sorted(here if name == "one-worker" else set(first) | set(here)):
        if first.get(case) != here.get(case):
            differences += 1
            print(f"  {case}: {here.get(case)} instead of {first.get(case)}")
sys.exit(differences > 0 or len(first) < 100)
P
