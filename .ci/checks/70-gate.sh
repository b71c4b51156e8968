#!/usr/bin/env bash
# The gate lets through what its baseline says, and ends 1 on each of five changes: a new failure, an unexpected pass, a changed
# kind of failure, a missing id, a flaky result; nothing selected ends 3. An upgrade of the corpus fails under --strict alone, a
# rename is followed, and --update keeps reasons and comments. The subject is a script with a switch for each change.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the subject is a script of it"
cd "$scratch"

cat >duck.py <<'P'
import os, re, sys

program = open(sys.argv[1]).read().strip()
mode = os.environ.get("DUCK", "") or open(os.path.join(os.path.dirname(__file__), "mode")).read().strip()
if program == "'c" and mode == "crash":
    os.abort()
if program == "'f" and mode == "flaky":
    mark = os.path.join(os.path.dirname(__file__), "mark")
    odd = os.path.exists(mark)
    os.remove(mark) if odd else open(mark, "w").close()
    print("f" if odd else "g")
else:
    wrong = {"worse": "'b", "better": ""}.get(mode)
    print("oops" if program == wrong or (program == "'c" and mode != "better") else re.sub("^'", "", program))
P
cat >duck.yaml <<P
name: duck
mode: last-line
command: [python3, $scratch/duck.py, "{file}"]
errors: { stream: stderr, patterns: [] }
features: [quote]
P
cases() {
  printf 'chapter: base\ncases:\n'
  for slug in "$@"; do
    local was=${slug#*<} name=${slug%<*}
    printf "  - id: %s-is-itself\n    clauses: [BASE-1]\n    program: \"'%s\"\n    expect: { value: %s }\n" "$name" "${name:0:1}" "${name:0:1}"
    [ "$was" = "$slug" ] || printf '    was: [ducks/pond/%s-is-itself]\n' "$was"
  done
}
mkdir -p small/ducks
cases a b c f >small/ducks/pond.yaml
gate() { "$top/touchstone" gate duck.yaml --baseline duck.baseline.yaml --corpus small --corpus-only "$@" >out 2>&1; }

# expect CODE TEXT WHAT GATE-ARGUMENT...
expect() {
  local code=0 wanted=$1 text=$2 what=$3
  shift 3
  gate "$@" || code=$?
  [ "$code" = "$wanted" ] && grep -qF -- "$text" out || {
    cat out
    fail "$what: exit $code instead of $wanted, or it does not say '$text'"
  }
  [ "$wanted" != 1 ] || { [ "$(wc -l <out)" -le 24 ] && [ "$(wc -L <out)" -le 100 ]; } || fail "$what: more than a screen"
  printf '%-28s exit %s  %s\n' "$what" "$code" "$(tail -n 1 out)"
}

echo >mode
expect 0 '4 cases, of which 1 do not pass' 'first baseline' --update
sed -i 's/reason: ""/reason: it quacks   # see the pond/; s/^failures:/# What ducks do.\n&/' duck.baseline.yaml
cp duck.baseline.yaml kept.yaml
expect 0 'gate passed: 4 cases' 'as the baseline says'
echo worse >mode && expect 1 '1 new failure' 'a new failure'
grep -q 'again: ./touchstone run .*--id small:ducks/pond/b-is-itself' out || fail "no command to run it again"
echo better >mode && expect 1 '1 unexpected pass' 'an unexpected pass'
echo crash >mode && expect 1 '1 changed kind of failure' 'a changed kind'
echo flaky >mode && expect 1 '1 flaky result' 'a flaky result' --repeat 2
echo >mode
cases a c f >small/ducks/pond.yaml && expect 1 '1 missing id' 'a missing id'
expect 3 'there is no chapter' 'nothing selected' --chapter ponds
cases a b c f n >small/ducks/pond.yaml
expect 0 '1 new case' 'an upgrade'
expect 1 '1 new case' 'an upgrade, --strict' --strict
cases a b 'c2<c' f >small/ducks/pond.yaml
expect 0 '1 renamed case' 'a rename'
expect 0 '4 cases, of which 1 do not pass' 'update' --update
cmp <(sed 's/id: small:ducks\/pond\/c-is/id: small:ducks\/pond\/c2-is/; s/^    c-is/    c2-is/' kept.yaml) duck.baseline.yaml ||
  fail "--update changed more than the name"
sed -i 's/verdict: fail/verdict: fial/' duck.baseline.yaml
expect 2 'did you mean `fail`?' 'a broken baseline'
