#!/usr/bin/env bash
# The archive of `./touchstone dist`, unpacked into a directory with a blank in its name, write-protected, and without a Java on
# the PATH, runs chapters of the corpus on the reference VM and on a subject written in Python, and each other command.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
needs python3 "the toy VM is written in it"

"$top/touchstone" dist "$scratch/out" || fail "dist ended with $?"
mkdir -p "$scratch/some where" "$scratch/path" "$scratch/cwd"
tar xzf "$scratch"/out/touchstone-*.tar.gz -C "$scratch/some where"
archive=$(echo "$scratch/some where"/touchstone-*)
chmod -R a-w "$archive"
ln -s "$archive/bin/touchstone" "$scratch/link"

# Every program of the system but Java.
find /usr/bin /bin -maxdepth 1 ! -type d ! -name 'java*' ! -name 'jrunscript' -exec ln -sf -t "$scratch/path" {} +

# from_archive EXIT-CODE PATTERN ARGUMENT...
from_archive() {
  local expected=$1 pattern=$2 code=0
  shift 2
  (cd "$scratch/cwd" && env -i PATH="$scratch/path" HOME="$scratch" LC_ALL=C.UTF-8 "${launcher:-$archive/bin/touchstone}" "$@") \
    >"$scratch/seen" 2>&1 || code=$?
  [ "$code" = "$expected" ] || fail "'$*' ended with $code, not $expected: $(tail -n 20 "$scratch/seen")"
  grep -qE "$pattern" "$scratch/seen" || fail "'$*' does not say '$pattern': $(tail -n 20 "$scratch/seen")"
  printf '%s: %s\n' "$*" "$(grep -E "$pattern" "$scratch/seen" | head -n 1)"
}

env -i PATH="$scratch/path" sh -c '! command -v java' || fail "a java is on the PATH, so nothing is shown"
from_archive 0 'touchstone [0-9]+\.' --version
from_archive 0 '^touchstone: [1-9][0-9]{2,} passed, 0 failed' run --chapter functions,control,bytecode
[ -s "$scratch/cwd/touchstone-report/index.html" ] || fail "no report in the current directory"
cp "$top"/conformance-tests/src/test/subjects/toy* "$scratch/cwd"
from_archive 0 '^touchstone: [1-9][0-9]* passed, 0 failed' run --subject toy.yaml --id 'functions/calls/*,functions/let/*,format/space/*'
from_archive 1 '^smallest program that still shows it' explain comparison-of-one-number-is-true --subject toy.yaml
from_archive 0 'no problem' lint
from_archive 0 'cases in' export exported --rung base
from_archive 0 '^3$' vm eval '(+ 1 2)'
echo '(+ 1 2)' | from_archive 0 '^=> 3$' vm
from_archive 2 'this is such an archive' dist
launcher=$scratch/link from_archive 0 '^[0-9]+$' list --count
launcher=$archive/touchstone from_archive 0 '^[0-9]+$' list --count
for inside in README.md LICENSE spec/features.yaml spec/chapters/07-tail-calls.md test-cases/README.md subjects/guile/subject.yaml; do
  [ -s "$archive/$inside" ] || fail "$inside is not in the archive"
done
