#!/usr/bin/env bash
# reports/results/DISAGREEMENTS.md is what .ci/lib/disagreements.py makes of the baselines and results beside it.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

command -v python3 >/dev/null || skip "python3 is not installed"
results=$top/reports/results
python3 "$top/.ci/lib/disagreements.py" "$results" >"$scratch/DISAGREEMENTS.md"
diff "$results/DISAGREEMENTS.md" "$scratch/DISAGREEMENTS.md" >"$scratch/difference" || {
  head -n 10 "$scratch/difference"
  fail "reports/results/DISAGREEMENTS.md is not up to date; python3 .ci/lib/disagreements.py reports/results >reports/results/DISAGREEMENTS.md"
}
