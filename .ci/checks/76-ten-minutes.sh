#!/usr/bin/env bash
# What the README promises: from the archive, without a Java on the PATH, a VM that nobody has seen before (.ci/fixtures/toy-vm.py,
# integers and `if`) gets from `init` to a first report in ten minutes; at least 20 cases pass, and nothing that it does not claim
# counts against it. Then the gate holds what was reached.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the VM is written in it"

"$top/touchstone" dist "$scratch/out" >/dev/null || fail "dist ended with $?"
mkdir "$scratch/path" "$scratch/mine"
tar xzf "$scratch"/out/touchstone-*.tar.gz -C "$scratch"
archive=$(echo "$scratch"/touchstone-*)
find /usr/bin /bin -maxdepth 1 ! -type d ! -name 'java*' ! -name 'jrunscript' -exec ln -sf -t "$scratch/path" {} +
cp "$top/.ci/fixtures/toy-vm.py" "$scratch/mine"
cd "$scratch/mine"

# try CODE ARGUMENT...: runs a command of the archive; what it says is shown and kept in `said`.
try() {
  local expected=$1 code=0
  shift
  printf '\n$ touchstone %s\n' "$*"
  env -i PATH="$scratch/path" HOME="$scratch" LC_ALL=C.UTF-8 "$archive/bin/touchstone" "$@" >said 2>&1 || code=$?
  tail -n 12 said
  [ "$code" = "$expected" ] || fail "it ended with $code, not $expected: $(cat said)"
}

started=$SECONDS
try 0 init toy -- python3 toy-vm.py
try 0 doctor toy.yaml
code=0
env -i PATH="$scratch/path" HOME="$scratch" "$archive/bin/touchstone" run --subject toy.yaml --report report >said 2>&1 || code=$?
tail -n 3 said
[ "$code" -le 1 ] || fail "the run ended with $code"
[ -s report/index.html ] || fail "there is no report"
took=$((SECONDS - started))

passed=$(count report/results.json pass)
printf '\nfrom init to the report: %s s, %s cases pass\n' "$took" "$passed"
[ "$took" -le 600 ] || fail "that is more than ten minutes"
[ "$passed" -ge 20 ] || fail "those are fewer than 20"
python3 - report/results.json <<'P' || fail "something above its rung counts against it"
import json, sys

report = json.load(open(sys.argv[1]))
subject = report["subjects"][0]
features = set(subject["features"])
counted = [r for r in subject["results"] if r["verdict"] not in ("pass", "unsupported")]
above = [r["id"] for r in counted if not set(r["requires"]) <= features]
print("features:", ", ".join(sorted(features)), "- do not pass:", len(counted), "- of them above what it claims:", len(above))
sys.exit(bool(above))
P
try 0 gate toy.yaml --baseline toy.baseline.yaml --update
try 0 gate toy.yaml --baseline toy.baseline.yaml
sed -i 's/quotient if (a < 0) == (b < 0) else -quotient/quotient/' toy-vm.py
try 1 gate toy.yaml --baseline toy.baseline.yaml
