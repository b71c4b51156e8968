#!/usr/bin/env bash
# On Guile, Chicken, Gambit and Chez the corpus says what their baselines in reports/results say: what does not pass there is
# listed with a reason, and nothing else differs.
#
# The whole corpus on all four takes about twenty minutes (in many cases Chicken and Guile wait for the time limit), so by default it
# is the chapters below, a minute in all. Of the other chapters a difference is found by
#   .ci/checks/31-real-schemes.sh --all
# which runs every case; do that when the corpus or a subject's folder changes.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

selection=(--chapter functions,handlers)
case ${1:-} in
  --all) selection=() ;;
  '') ;;
  *) fail "unknown argument: $1" ;;
esac

version_of() {
  case $1 in
    guile) guile --version | sed -n '1s/.* //p' ;;
    chicken) csi -version | sed -n 's/^Version \([0-9.]*\).*/\1/p' ;;
    gambit) gsi -v | sed -n '1s/^v\([0-9.]*\).*/\1/p' ;;
    chez) chezscheme --version 2>&1 | sed -n '1s/[^0-9]*//p' ;;
  esac
}

tried=0
failed=()
for pair in guile:guile chicken:csi gambit:gsi chez:chezscheme; do
  name=${pair%:*}
  if ! command -v "${pair#*:}" >/dev/null; then
    printf 'skipped: %s is not installed; the corpus was not run on %s\n' "${pair#*:}" "$name"
    continue
  fi
  baseline=$top/reports/results/$name-$(version_of "$name").baseline.yaml
  if [ ! -f "$baseline" ]; then
    printf 'skipped: there is no baseline %s\n' "${baseline##*/}"
    continue
  fi
  tried=$((tried + 1))
  ! grep -q '^ *reason: ""' "$baseline" || fail "an entry of ${baseline##*/} has no reason"
  "$top/touchstone" gate "$name" --baseline "$baseline" "${selection[@]}" >"$scratch/$name" 2>&1 || failed+=("$name")
  tail -n 6 "$scratch/$name" | sed "s/^/$name: /"
done
[ "$tried" -gt 0 ] || skip "none of the four is installed"
[ ${#failed[@]} = 0 ] || fail "not as their baselines say: ${failed[*]}"
