#!/usr/bin/env bash
# On Guile, started anew for each case, every tail case has a verdict; what does not pass there is exactly what its baseline in
# reports/results says, with a reason for each; and the others pass by a checked claim about space. 31-real-schemes.sh has the rest.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs guile "the corpus was not run on it"
needs python3 "it reads the results"

version=$(guile --version | sed -n '1s/.* //p')
baseline=$top/reports/results/guile-plain-$version.baseline.yaml
[ -f "$baseline" ] || skip "there is no baseline for Guile $version"

code=0
"$top/touchstone" run --subject guile-plain --chapter tail-calls --report "$scratch/report" >"$scratch/out" 2>&1 || code=$?
[ "$code" = 0 ] || [ "$code" = 1 ] || fail "the run ended with $code: $(tail -n 5 "$scratch/out")"
"$top/touchstone" gate guile-plain --chapter tail-calls --baseline "$baseline" --results "$scratch/report/results.json" || fail "the gate ended with $?"
! grep -q '^ *reason: ""' "$baseline" || fail "an entry of the baseline has no reason"
total=$("$top/touchstone" list --chapter tail-calls --count)
python3 - "$scratch/report/results.json" "$total" <<'P'
import json, re, sys

results = json.load(open(sys.argv[1]))["subjects"][0]["results"]
total = int(re.search(r"\d+", sys.argv[2]).group())
tails = [r for r in results if r["id"].startswith("tail-calls/") and r["verdict"] == "pass"]
unmeasured = [r["id"] for r in tails if not any(c.startswith("space") for c in r["checked"]) and ": constant" in r["expected"]]
mistakes = [f"no verdict: {total - len(results)} cases"] * (len(results) != total)
mistakes += [f"passes without a measurement of space: {i}" for i in unmeasured]
counts = {v: sum(r["verdict"] == v for r in results) for v in sorted({r["verdict"] for r in results})}
print("guile-plain:", counts, "tail cases passed with space checked:", len(tails) - len(unmeasured))
print("\n".join(mistakes))
sys.exit(1 if mistakes or len(tails) < 30 else 0)
P
