#!/usr/bin/env bash
# Five faults planted into a copy of the reference VM, one at a time: each must turn cases of the corpus red.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/plant.sh"

# mutant NAME FILE PERL-SUBSTITUTION: plants it, compiles, runs the corpus, lists the first cases that turned red.
mutant() {
  local name=$1 copy=$scratch/$1
  plant "$1" "$2" "$3"
  local code=0
  timeout 300 "$jdk/bin/java" "-Dtouchstone.home=$top" -cp "$copy/classes:$top/conformance-tests/target/touchstone-conformance-tests.jar:$library/*" \
    dev.touchstone.conformance.cli.Main run --id "${4:-*}" --report "$copy/report" >"$copy/out" 2>&1 || code=$?
  grep -qE '^touchstone: [0-9]+ passed, [1-9][0-9]* failed' "$copy/out" || {
    tail -n 20 "$copy/out"
    fail "$name: the run ended with $code; no case turned red"
  }
  printf '%s: %s\n' "$name" "$(grep '^touchstone: ' "$copy/out" | tail -n 1)"
  sed -n -E 's/^(fail|crash|timeout|exhausted|not-run) ([^ :]*).*/    \2/p' "$copy/out" | sed -n 1,6p
}

mutant tail-call-compiled-as-call compiler/BodyCompiler.java \
  's/code\.emit\(Opcode\.TAIL_CALL, (.*?), call\.span\(\)\);/code.emit(Opcode.CALL, $1, call.span()); finish(use, call.span());/'
mutant boxes-dropped compiler/BodyCompiler.java \
  's/variable\.isAssigned\(\)/false/g; s/pushVariable\(assignment\.variable\(\).*?;\s*(expression\(assignment\.value\(\), Use\.PUSH\);)\s*code\.emit\(Opcode\.SET_BOX, assignment\.span\(\)\);/$1 if (slots.containsKey(assignment.variable())) { code.emit(Opcode.SET_LOCAL, slotOf(assignment.variable()), assignment.span()); } else { code.emit(Opcode.POP, assignment.span()); }/s' \
  'base/*,arith/*,functions/*,data/*'
mutant arguments-reversed compiler/BodyCompiler.java \
  's/lambda\.parameters\(\)\.forEach\(this::bindArgument\)/lambda.parameters().reversed().forEach(this::bindArgument)/' \
  'base/*,arith/*,functions/calls/*,functions/let/*'
mutant return-cuts-one-slot-too-high machine/Machine.java \
  's/stack\.slots\[base - 1\] = result;\s*sp = base;/stack.slots[base] = result; sp = base + 1;/' 'functions/calls/*'
mutant take-local-one-use-too-early compiler/BodyCompiler.java \
  's/last \? Opcode\.TAKE_LOCAL : Opcode\.LOCAL/Opcode.TAKE_LOCAL/' \
  'base/*,arith/*,functions/calls/*,functions/let/*'
