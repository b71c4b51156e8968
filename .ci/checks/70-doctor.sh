#!/usr/bin/env bash
# Each hostile subject gets exactly the diagnosis that it is made for; the list is printed.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
"$top/touchstone" list --count >/dev/null # builds when needed
classes=$top/conformance-tests/target/touchstone-conformance-tests.jar:$top/conformance-tests/target/lib/*
mkdir "$scratch/ward"
"$jdk/bin/javac" -nowarn -proc:none -d "$scratch/ward" -cp "$classes" \
  "$top"/conformance-tests/src/test/java/dev/touchstone/conformance/doctor/{Ward,Patient,SessionPatient,PlainPatient,TinyLisp}.java
"$jdk/bin/java" -XX:+UseSerialGC -cp "$scratch/ward:$classes" dev.touchstone.conformance.doctor.Ward |
  tee "$scratch/list" || fail "a hostile subject got another diagnosis than its own"
[ "$(grep -c '^ok' "$scratch/list")" -ge 80 ] || fail "there are fewer hostile subjects than there were"
