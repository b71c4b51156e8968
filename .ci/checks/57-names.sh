#!/usr/bin/env bash
# Each name that R7RS-small exports is bound by its library, a clause speaks of it, and a case shows that clause with it; and
# when a procedure is replaced by a wrong one, one of its cases turns red.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

"$top/touchstone" list --count >/dev/null
jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
path="$top/reference-vm/target/classes:$top/conformance-tests/target/touchstone-conformance-tests.jar:$top/conformance-tests/target/lib/*"
tests=$top/conformance-tests/src/test/java/dev/touchstone/conformance/names

"$jdk/bin/javac" -nowarn -proc:none -d "$scratch/classes" -cp "$path" "$tests"/{WrongProcedure,WrongProceduresMain}.java
"$jdk/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$scratch/classes:$path" dev.touchstone.conformance.names.WrongProceduresMain ||
  fail "names are missing, not described or not tested"
