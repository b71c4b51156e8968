#!/usr/bin/env bash
# reports/results/DISAGREEMENTS.md is what .ci/lib/disagreements.py makes of the baselines and results beside it; and a section of R7RS
# that a reason there cites is one that a clause of its cases cites, too.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

command -v python3 >/dev/null || skip "python3 is not installed"
results=$top/reports/results
python3 "$top/.ci/lib/disagreements.py" "$results" >"$scratch/DISAGREEMENTS.md"
diff "$results/DISAGREEMENTS.md" "$scratch/DISAGREEMENTS.md" >"$scratch/difference" || {
  head -n 10 "$scratch/difference"
  fail "reports/results/DISAGREEMENTS.md is not up to date; python3 .ci/lib/disagreements.py reports/results >reports/results/DISAGREEMENTS.md"
}

sections() { python3 "$top/.ci/lib/cited_sections.py" "$1" "$top/test-cases" "$top/spec/chapters"; }
sections "$results" || fail "a reason in a baseline cites a section of R7RS that none of its clauses cites: one of the two is wrong"

# And it is not blind: a section that no clause cites is found, alone or among others.
mkdir "$scratch/planted"
for wrong in 6.14 '4.2.6 and 5.7'; do
  sed "s/swaps values back (R7RS 4.2.6)/swaps values back (R7RS $wrong)/" "$results/chez-9.5.8.baseline.yaml" >"$scratch/planted/chez-9.5.8.baseline.yaml"
  if sections "$scratch/planted" >"$scratch/found"; then fail "a wrong section is not found: R7RS $wrong"; fi
  [ "$(wc -l <"$scratch/found")" = 1 ] || fail "a wrong section is told more than once: $(cat "$scratch/found")"
done
