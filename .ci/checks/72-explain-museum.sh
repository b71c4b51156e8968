#!/usr/bin/env bash
# Bugs of real VMs, planted into a copy of ours that is served as a foreign one: the gate, whose baseline is of the VM without the
# bug, catches it, and `explain` shrinks the program of a failing case to a form of at most 10 nodes.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/plant.sh"

# served CLASS-PATH: the subject file of the VM there.
served() {
  cat <<Y
name: museum
mode: session
command: ["$jdk/bin/java", -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, "$1", dev.touchstone.vm.cli.Main, serve]
lines: sexp
Y
}
served "$top/reference-vm/target/classes" >"$scratch/healthy.yaml"

# gate SUBJECT IDS ARGUMENT...
gate() {
  local subject=$1 ids=$2
  shift 2
  timeout 120 "$top/touchstone" gate "$subject" --baseline "$scratch/baseline.yaml" --id "$ids" "$@"
}

# museum NAME FILE PERL-SUBSTITUTION IDS: plants it, runs these cases, explains the first that fails.
museum() {
  local name=$1 copy=$scratch/$1 code=0 id nodes
  plant "$1" "$2" "$3"
  served "$copy/classes" >"$copy/subject.yaml"
  timeout 120 "$top/touchstone" run --subject "$copy/subject.yaml" --id "$4" --report "$copy/report" >"$copy/out" 2>&1 || code=$?
  [ "$code" = 1 ] || {
    tail -n 20 "$copy/out"
    fail "$name: the run ended with $code, not 1"
  }
  id=$(sed -n -E 's/^fail ([^ :]*).*/\1/p' "$copy/out" | head -n 1)
  [ -n "$id" ] || fail "$name: no case failed: $(tail -n 3 "$copy/out")"
  rm -f "$scratch/baseline.yaml"
  gate "$scratch/healthy.yaml" "$4" --update >"$copy/gate" 2>&1 || fail "$name: no baseline: $(cat "$copy/gate")"
  gate "$scratch/healthy.yaml" "$4" >"$copy/gate" 2>&1 || fail "$name: the VM without the bug does not pass: $(cat "$copy/gate")"
  code=0
  gate "$copy/subject.yaml" "$4" >"$copy/gate" 2>&1 || code=$?
  [ "$code" = 1 ] && grep -q 'new failure' "$copy/gate" || fail "$name: the gate ended with $code: $(cat "$copy/gate")"
  printf '%s: %s\n' "$name" "$(tail -n 1 "$copy/gate")"
  code=0
  timeout 120 "$top/touchstone" explain "$id" --subject "$copy/subject.yaml" >"$copy/explained" 2>&1 || code=$?
  [ "$code" = 1 ] || fail "$name: explain ended with $code, not 1: $(cat "$copy/explained")"
  nodes=$(sed -n -E 's/^smallest program that still shows it: ([0-9]+) nodes? of.*/\1/p' "$copy/explained")
  printf '%s: %s, explained by %s:\n' "$name" "$(grep '^touchstone: ' "$copy/out" | tail -n 1)" "$id"
  sed -n '/^smallest program/,/^This is/p' "$copy/explained"
  [ -n "$nodes" ] && [ "$nodes" -le 10 ] || {
    cat "$copy/explained"
    fail "$name: '$nodes' nodes, not at most 10"
  }
}

# sema 71ad2c8a: the inline + wraps around past the limit of small integers.
museum inline-addition-wraps value/Numbers.java \
  's/if \(\(\(x\.value\(\) \^ sum\) & \(y\.value\(\) \^ sum\)\) >= 0\) \{\s*return Fixnum\.of\(sum\);\s*\}/return Fixnum.of(sum);/; s/(return Fixnum\.of\(sum\);\s*)\}\s*return sized\("\+", big\("\+", 1, a\)/$1} return sized("+", big("+", 1, a)/' \
  'arith/*'
# sema 92738775: instructions that stand for standard procedures ignore that one was redefined.
museum redefinition-ignored machine/World.java \
  's/noteReplacement\(cell\.integrated, value != cell\.original\);/noteReplacement(cell.integrated, false);/' \
  'functions/*'
# femtolisp#33: negating the least small integer is the identity.
museum least-integer-negated value/Numbers.java \
  's/(Num negate\(Value a\) \{\s*if \(a instanceof Fixnum x) && x\.value\(\) != Long\.MIN_VALUE\)/$1)/' \
  'arith/*'
