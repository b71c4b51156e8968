#!/usr/bin/env bash
# With the corpus emptied, the build is red and says why; and a run that selects nothing ends 3.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

code=0
"$top/touchstone" run --id 'no-such/*' >"$scratch/out" 2>&1 || code=$?
[ "$code" = 3 ] || fail "a run of nothing ended with $code, not 3"
printf 'a run of nothing: exit 3\n'

# A copy of what is built already, so that only the corpus has to be packed and run again.
copy=$scratch/copy
cp -a "$top" "$copy"
rm -rf "$copy"/test-cases/*/
if (cd "$copy" && mvn -B -q verify -pl conformance-tests -am -Dtest=ConformanceSuite -Dmaven.compiler.useIncrementalCompilation=false -Dsurefire.failIfNoSpecifiedTests=false) \
  >"$scratch/out" 2>&1; then
  fail "mvn verify was green without a corpus"
fi
grep -o 'The corpus holds [0-9]* cases, but touchstone.minimum asks for at least [0-9]*' "$scratch/out" | head -n 1 || {
  tail -n 30 "$scratch/out"
  fail "the build is red, but does not say that cases are missing"
}
