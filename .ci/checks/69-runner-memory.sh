#!/usr/bin/env bash
# The runner holds at most 512 MB, however much subjects print: 16 processes at a time flood their standard output without a line
# end, with lines, with output just below the limit, and their error streams.
# Measures.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
[ -r /proc/self/status ] || skip "no /proc; memory cannot be measured"

jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
source=$top/conformance-tests/src/test/java/dev/touchstone/conformance/subject/session/HostileSession.java
"$jdk/bin/javac" -d "$scratch/classes" "$source" 2>/dev/null || fail "the hostile subject does not compile"

mkdir -p "$scratch/cases/base"
{
  printf 'chapter: base\nrequires: [quote]\ncases:\n'
  for i in $(seq 100 117); do
    printf '  - { id: word-%d, clauses: [BASE-1], program: "'"'"'evil", expect: { value: evil } }\n' "$i"
  done
} >"$scratch/cases/base/words.yaml"

subjects=()
for way in floods-stdout floods-lines floods-stderr just-below-the-limit; do
  cat >"$scratch/$way.yaml" <<END
name: $way
mode: session
command: [$jdk/bin/java, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -Xmx64m, -cp, $scratch/classes,
          dev.touchstone.conformance.subject.session.HostileSession, $way, process]
lines: json
limits: { time: 60s, start: 60s }
END
  subjects+=(--subject "$scratch/$way.yaml")
done

"$top/touchstone" run --corpus "$scratch/cases" --corpus-only --jobs 16 --report "$scratch/report" "${subjects[@]}" \
  >"$scratch/out" 2>&1 &
runner=$!
peak=0
while kill -0 "$runner" 2>/dev/null; do
  now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$runner/status" 2>/dev/null || true)
  [ -z "$now" ] || peak=$now
  sleep 0.2
done
wait "$runner" || true
grep 'cases: ' "$scratch/out" || { cat "$scratch/out"; fail "no result"; }
printf 'peak memory of the runner: %d MB\n' $((peak / 1024))
[ "$peak" -gt 0 ] || fail "nothing was measured"
[ "$peak" -le $((512 * 1024)) ] || fail "more than 512 MB"
