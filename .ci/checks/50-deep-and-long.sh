#!/usr/bin/env bash
# On the default thread stack with a heap of 1 GB: recursion 1,000,000 deep, and a loop of 100,000,000 steps, timed beside Guile's.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

export TOUCHSTONE_JAVA_OPTS=-Xmx1g
cat >"$scratch/deep.scm" <<'S'
(define (count n) (if (= n 0) 0 (+ 1 (count (- n 1)))))
(display (count 1000000))
S
cat >"$scratch/loop.scm" <<'S'
(define (loop n) (if (= n 0) (quote done) (loop (- n 1))))
(display (loop 100000000))
S
[ "$("$top/touchstone" vm run "$scratch/deep.scm")" = 1000000 ] || fail "recursion 1,000,000 deep"
printf 'recursion 1,000,000 deep: ok\n'

seconds() {
  local began=$EPOCHREALTIME
  [ "$("$@")" = done ] || fail "the loop: $*"
  awk "BEGIN { print $EPOCHREALTIME - $began }"
}

ours=() theirs=() interpreted=()
for _ in 1 2 3; do
  ours+=("$(seconds "$top/touchstone" vm run "$scratch/loop.scm")")
  if command -v guile >/dev/null; then
    guile -q -c "(use-modules (system base compile)) (compile-file \"$scratch/loop.scm\" #:output-file \"$scratch/loop.go\")" >/dev/null
    theirs+=("$(seconds guile -q --no-auto-compile -c "(load-compiled \"$scratch/loop.go\")")")
    interpreted+=("$(seconds env GUILE_JIT_THRESHOLD=-1 guile -q --no-auto-compile -c "(load-compiled \"$scratch/loop.go\")")")
  fi
done
printf 'loop of 100,000,000 steps, whole process, median of 3: Touchstone %s s' "$(median "${ours[@]}")"
if [ ${#theirs[@]} -gt 0 ]; then
  printf ', Guile (compiled) %s s, Guile (compiled, JIT off) %s s' "$(median "${theirs[@]}")" "$(median "${interpreted[@]}")"
fi
printf '\n'
