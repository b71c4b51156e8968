#!/usr/bin/env bash
# Whatever a session does has its verdict, and the cases before and after it keep theirs: some forty hostile subjects, each with three
# cases of which the second makes it go its way. Nothing of them is left running.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "it reads the results"

# The way, the verdict of its case, and, where it is not `pass`, the verdict of the other two.
ways='
behaves                  pass
hangs                    timeout
answers-late             timeout
ignores-sigterm          timeout
cuts-its-line-and-stays  timeout
never-reads              timeout         timeout
kills-itself             crash
exits                    crash
cuts-its-line            crash
grandchild-keeps-stdout  crash
error-without-class      crash
floods-stdout            protocol-error
floods-lines             protocol-error
long-line                protocol-error
answers-twice            protocol-error
answers-the-run-before   protocol-error
answers-unasked          protocol-error  protocol-error
wrong-id                 protocol-error
invalid-utf8             protocol-error
invalid-json             protocol-error
no-object                protocol-error
no-id                    protocol-error
twice-the-same-field     protocol-error
prints-to-stdout         protocol-error
says-hello-again         protocol-error
unknown-status           protocol-error
unknown-class            protocol-error
no-exit-code             protocol-error
wrong-type-of-field      protocol-error
output-beyond-the-limit  exhausted
eats-memory              exhausted
claims-everything        fail
always-42                fail            fail
floods-stderr            pass
leaves-children          pass
writes-to-the-terminal   pass
exits-after-its-answer   pass
poisons-the-process      pass
kills-the-next-run       pass
stays-after-bye          pass
dies-at-its-first-start  pass
dies-at-every-start      not-run         not-run
banner-before-hello      not-run         not-run
wrong-version            not-run         not-run
claims-what-is-not       not-run         not-run
'

jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
source=$top/conformance-tests/src/test/java/dev/touchstone/conformance/subject/session/HostileSession.java
"$jdk/bin/javac" -d "$scratch/classes" "$source" 2>/dev/null || fail "the hostile subject does not compile"
mkdir -p "$scratch/cases/base" "$scratch/memory"
cat >"$scratch/cases/base/words.yaml" <<'END'
chapter: base
requires: [quote]
cases:
  - { id: 1-before, clauses: [BASE-1], program: "'v1", expect: { value: v1 } }
  - { id: 2-evil, clauses: [BASE-1], program: "'evil", expect: { value: evil } }
  - { id: 3-after, clauses: [BASE-1], program: "'v3", expect: { value: v3 } }
END

mark=$(basename "$scratch")
subjects=()
while read -r way _; do
  [ -n "$way" ] || continue
  # Little for those that use it up, enough for a busy machine for all others.
  case $way in hangs | answers-late | ignores-sigterm | cuts-its-line-and-stays | never-reads) time=2s ;; *) time=30s ;; esac
  mkdir -p "$scratch/memory/$way"
  cat >"$scratch/$way.yaml" <<END
name: $way
mode: session
command: [$jdk/bin/java, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -Xmx700m, -cp, $scratch/classes,
          dev.touchstone.conformance.subject.session.HostileSession, $way, world, $scratch/memory/$way]
environment: { HOSTILE_CHECK: $mark }
lines: json
limits: { time: $time, start: 60s, memory: 350000000 }
END
  subjects+=(--subject "$scratch/$way.yaml")
done <<<"$ways"

for ((i = 0; i < ${#subjects[@]}; i += 24)); do
  "$top/touchstone" run --corpus "$scratch/cases" --corpus-only --jobs 3 --report "$scratch/report$i" \
    "${subjects[@]:$i:24}" >"$scratch/out" 2>&1 || true
  [ -f "$scratch/report$i/results.json" ] || { tail -n 5 "$scratch/out"; fail "no results"; }
done

if grep -lzq "^HOSTILE_CHECK=$mark" /proc/[0-9]*/environ 2>/dev/null; then
  fail "a process is left"
fi
python3 - "$ways" "$scratch"/report*/results.json <<'P'
import json, sys

seen = {}
for file in sys.argv[2:]:
    for subject in json.load(open(file))["subjects"]:
        seen[subject["name"]] = {r["id"].split("/")[-1]: r for r in subject["results"]}
wrong = []
for line in sys.argv[1].split("\n"):
    if not line.strip():
        continue
    way, evil, others = (line.split() + ["pass"])[:3]
    results = seen[way]
    verdicts = [results[i]["verdict"] for i in ("1-before", "2-evil", "3-after")]
    outcome = results["2-evil"]["runs"][0]["outcome"].split("\n")[0]
    print(f"{way:24} {verdicts[1]:15} {outcome[:110]}")
    if verdicts != [others, evil, others]:
        wrong.append(f"{way}: {verdicts} instead of {[others, evil, others]}")
print(*wrong, sep="\n")
sys.exit(bool(wrong))
P
