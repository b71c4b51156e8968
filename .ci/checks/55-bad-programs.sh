#!/usr/bin/env bash
# Huge and broken programs end with a clear answer, without an overflow of the host's stack.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

# expect NAME EXIT-CODE PATTERN: runs the program on standard input.
expect() {
  local code=0
  "$top/touchstone" vm run - >"$scratch/out" 2>"$scratch/err" || code=$?
  [ "$code" = "$2" ] || fail "$1: ended with $code, not $2: $(head -c 500 "$scratch/err")"
  grep -qE "$3" "$scratch/out" "$scratch/err" || fail "$1: '$3' is not in: $(head -c 500 "$scratch/out" "$scratch/err")"
  ! grep -qE 'StackOverflow|OutOfMemory|^\s+at [a-z]+\.' "$scratch/err" || fail "$1: a stack trace: $(head -c 500 "$scratch/err")"
  printf '%s: ok\n' "$1"
}

repeat() { head -c "$2" /dev/zero | sed "s/\x0/$1/g"; }

{ repeat '(' 1000000; repeat ')' 1000000; } | expect "a program nested 1,000,000 deep" 2 'limit'
{ printf "(display (quote "; repeat '(' 1000000; repeat ')' 1000000; printf '))'; } | expect "a datum nested 1,000,000 deep" 0 '\(\(\('
printf '(define (up n l) (if (= n 0) l (up (- n 1) (cons n l)))) (display (up 1000000 (quote ())))' | expect "a list of 1,000,000 printed" 0 ' 999999 1000000\)'
{ printf '(display (string-length "'; repeat 'x' 10000000; printf '"))'; } | expect "a string literal of 10 MB" 0 '^10000000$'
repeat '(' 1000000 | expect "1,000,000 lists that are not closed" 2 'read error'
printf '(car 5)' | expect "an uncaught error" 1 'car.*5'
code=0
printf '(define (f) (f)) (f)' | timeout 60 "$top/touchstone" vm run --max-steps 1000 - >"$scratch/out" 2>"$scratch/err" || code=$?
[ "$code" = 4 ] || fail "an endless loop with a limit of steps ended with $code, not 4"
grep -q steps "$scratch/err" || fail "an endless loop with a limit does not say which: $(cat "$scratch/err")"
printf 'an endless loop with a limit of steps: ok\n'
