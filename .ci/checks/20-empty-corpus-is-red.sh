#!/usr/bin/env bash
# With the corpus emptied, the build is red; and a run that selects nothing ends 3.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

clone=$(fresh_clone clone)
rm -rf "$clone"/test-cases/*/
if (cd "$clone" && mvn -B -q verify -pl conformance-tests -am -Dtest=TouchstoneSuite -Dsurefire.failIfNoSpecifiedTests=false) >"$scratch/out" 2>&1; then
  fail "mvn verify was green without a corpus"
fi
grep -iE 'at least|minimum|no case' "$scratch/out" | head -n 3 || {
  tail -n 30 "$scratch/out"
  fail "the build is red, but does not say that cases are missing"
}
code=0
"$top/touchstone" run --id 'no-such/*' >"$scratch/out" 2>&1 || code=$?
[ "$code" = 3 ] || fail "a run of nothing ended with $code, not 3"
