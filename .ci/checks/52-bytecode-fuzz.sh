#!/usr/bin/env bash
# Of 200,000 programs of the corpus whose code was changed at random, each is refused by the verifier, with the place and the
# clause, or runs to an end that programs have: none makes a machine fault or an exception of Java. At least a tenth is accepted
# and run.
#
#   .ci/checks/52-bytecode-fuzz.sh [MUTANTS [SEED]]
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

"$top/touchstone" list --count >/dev/null
jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
path="$top/reference-vm/target/classes:$top/conformance-tests/target/touchstone-conformance-tests.jar:$top/conformance-tests/target/lib/*"
tests=$top/conformance-tests/src/test/java/dev/touchstone/conformance/bytecode

"$jdk/bin/javac" -nowarn -proc:none -d "$scratch/classes" -cp "$path" "$tests"/{CorpusUnits,Draft,Mutation,Fuzz,FuzzHost,FuzzMain}.java
"$jdk/bin/java" -Xmx1500m -XX:+UseSerialGC -cp "$scratch/classes:$path" dev.touchstone.conformance.bytecode.FuzzMain \
  "${1:-200000}" "${2:-1}" || fail "a mutant made a fault, or too few were accepted"
