#!/usr/bin/env bash
# Capturing a continuation costs the same at any depth: the average of 8,000,000 captures, after 1,000,000 that warm the machine
# up, is at a depth of 100,000 at most twice that at a depth of 10. And 100,000 continuations that are all kept at that depth fit
# into 1 GB.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the medians are taken with it"

program() { # DEPTH CAPTURES
  printf '%s\n' '(define (down n thunk) (if (= n 0) (thunk) (+ 1 (down (- n 1) thunk))))' \
    '(define (capture n) (if (= n 0) 0 (begin (call/cc (lambda (k) k)) (capture (- n 1)))))' \
    "(down $1 (lambda () (capture $2)))" >"$scratch/$1-$2.scm"
}
for depth in 10 100000; do
  program "$depth" 1000000
  program "$depth" 9000000
done

"$top/touchstone" vm eval 1 >/dev/null
python3 - "$top/touchstone" "$scratch" <<'PY' || fail "a capture costs more where more is pending"
import statistics, subprocess, sys, time
touchstone, scratch = sys.argv[1:]
def seconds(depth, captures):
    start = time.monotonic()
    subprocess.run([touchstone, "vm", "run", f"{scratch}/{depth}-{captures}.scm"], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start
rounds = [{d: seconds(d, 9000000) - seconds(d, 1000000) for d in (10, 100000)} for _ in range(3)]
cost = {d: statistics.median(r[d] for r in rounds) / 8.0 for d in (10, 100000)}
print(f"a capture takes {cost[10]:.3f} microseconds at a depth of 10, {cost[100000]:.3f} at 100,000: {cost[100000] / cost[10]:.2f} times")
sys.exit(cost[100000] > 2 * cost[10])
PY

cat >"$scratch/kept.scm" <<'SCM'
(define (down n thunk) (if (= n 0) (thunk) (+ 1 (down (- n 1) thunk))))
(define kept '())
(define (keep n)
  (if (= n 0)
      (length kept)
      (begin (set! kept (cons (call/cc (lambda (k) k)) kept)) (keep (- n 1)))))
(down 100000 (lambda () (keep 100000)))
SCM
kept=$(TOUCHSTONE_JAVA_OPTS=-Xmx1g "$top/touchstone" vm eval "$(<"$scratch/kept.scm")" 2>/dev/null)
[ "$kept" = 200000 ] || fail "100,000 continuations at a depth of 100,000 do not fit into 1 GB: $kept"
printf '100,000 continuations are kept at a depth of 100,000 in 1 GB\n'
