#!/usr/bin/env bash
# On Guile every case has a verdict; what does not pass there is exactly what reports/results lists with a reason; and the tail
# cases pass there by a checked claim about space.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs guile "the corpus was not run on it"
needs python3 "it reads the results"

version=$(guile --version | sed -n '1s/.* //p')
listed=$top/reports/results/guile-$version.deviations
[ -f "$listed" ] || skip "there is no list of deviations for Guile $version"

code=0
"$top/touchstone" run --subject guile --report "$scratch/report" >"$scratch/out" 2>&1 || code=$?
[ "$code" = 0 ] || [ "$code" = 1 ] || fail "the run ended with $code: $(tail -n 5 "$scratch/out")"
total=$("$top/touchstone" list --count)
python3 - "$scratch/report/results.json" "$listed" "$total" <<'P'
import json, re, sys

results = json.load(open(sys.argv[1]))["subjects"][0]["results"]
total = int(re.search(r"\d+", sys.argv[3]).group())
listed = {line.split()[0] for line in open(sys.argv[2]) if line.strip() and not line.startswith("#")}
seen = {r["id"] for r in results if r["verdict"] not in ("pass", "unsupported")}
tails = [r for r in results if r["id"].startswith("tail-calls/") and r["verdict"] == "pass"]
unmeasured = [r["id"] for r in tails if not any(c.startswith("space") for c in r["checked"]) and ": constant" in r["expected"]]
mistakes = [f"no verdict: {total - len(results)} cases"] * (len(results) != total)
mistakes += [f"fails, but is not listed: {i}" for i in sorted(seen - listed)]
mistakes += [f"is listed, but does not fail: {i}" for i in sorted(listed - seen)]
mistakes += [f"passes without a measurement of space: {i}" for i in unmeasured]
counts = {v: sum(r["verdict"] == v for r in results) for v in sorted({r["verdict"] for r in results})}
print("guile:", counts, "tail cases passed with space checked:", len(tails) - len(unmeasured))
print("\n".join(mistakes))
sys.exit(1 if mistakes or len(tails) < 30 else 0)
P
