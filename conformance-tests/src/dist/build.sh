#!/usr/bin/env bash
# build.sh CHECKOUT JDK [DIR]: packs what was built into an archive that needs no Java, no Maven and no checkout.
# `./touchstone dist` calls it after the build.
set -euo pipefail

top=$1 jdk=$2
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat <<'U'
Usage: ./touchstone dist [DIR]
Packs Touchstone into an archive with a Java of its own: it needs no Java, no Maven and no checkout where it is unpacked.
Cases, spec, subject files and dialect maps are inside.

  DIR   where the archive goes; default: conformance-tests/target/dist

Examples:
  ./touchstone dist
  ./touchstone dist /tmp

Exit codes: 0 the archive was written and tried, 2 it could not be.
U
}

fail() {
  printf 'touchstone: %s\n' "$*" >&2
  exit 2
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
  -*) fail "there is no option '$1'; './touchstone dist --help' shows its use." ;;
esac
[ $# -le 1 ] || fail "unexpected '$2'; './touchstone dist --help' shows its use."
[ -x "$jdk/bin/jlink" ] || fail "$jdk has no jlink; 'dist' needs a whole JDK."

out=${1:-$top/conformance-tests/target/dist}
mkdir -p "$out" || fail "cannot write to $out"
out=$(cd "$out" && pwd)
version=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$top/pom.xml" | head -n 1)
system=$(uname -s | tr '[:upper:]' '[:lower:]' | sed 's/darwin/macos/')
name=touchstone-$version-$system-$(uname -m)
work=$(mktemp -d "$out/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT
stage=$work/$name
began=$SECONDS

jars=("$top/conformance-tests/target/touchstone-conformance-tests.jar" "$top"/conformance-tests/target/lib/*.jar)
vm_jars=("$top"/conformance-tests/target/lib/{touchstone-reference-vm,jspecify,jline}*.jar)
names() { printf '%s ' "${@##*/}" | sed 's/ $//'; }

mkdir -p "$stage/lib" "$stage/bin"
cp "${jars[@]}" "$stage/lib"
sed -e "s/@JARS@/$(names "${jars[@]}")/" -e "s/@VM_JARS@/$(names "${vm_jars[@]}")/" "$here/launcher.sh" >"$stage/bin/touchstone"
cp "$here/top.sh" "$stage/touchstone"
chmod 755 "$stage/bin/touchstone" "$stage/touchstone"

cp "$top"/{LICENSE,README.md,CHANGELOG.md} "$stage"
mkdir "$stage/spec" "$stage/test-cases"
cp -R "$top"/spec/{README.md,features.yaml,spec.yaml,chapters,decisions} "$stage/spec"
(cd "$top/test-cases" && find . -name target -prune -o -name src -prune -o -type f ! -name pom.xml -print | tar cf - -T -) | tar xf - -C "$stage/test-cases"
for data in subjects dialects; do
  [ ! -d "$top/conformance-tests/$data" ] || cp -R "$top/conformance-tests/$data" "$stage/$data"
done

# What the runner and its libraries use of Java; the check of the archive runs all of it.
modules=java.base,java.logging,java.management,java.xml,jdk.management,jdk.unsupported
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --generate-cds-archive \
  --output "$stage/runtime" >/dev/null || fail "jlink failed."
# The archive of classes for a heap of more than 32 GB.
rm -f "$stage"/runtime/lib/server/classes_nocoops*.jsa

# try WHAT ARGUMENT...: runs the archive's own launcher, away from the checkout and from any other Java.
try() {
  (cd "$work" && env -i HOME="$work" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$stage/bin/touchstone" "$@") >"$work/tried" 2>&1 || {
    cat "$work/tried" >&2
    fail "the archive does not work: bin/touchstone $*"
  }
}

# Caches for a faster start; without them everything works, only slower to start.
train() {
  local cache=$1
  shift
  (cd "$work" && TOUCHSTONE_JAVA_OPTS="-XX:AOTCacheOutput=$cache" "$stage/bin/touchstone" "$@") >/dev/null 2>&1 </dev/null || rm -f "$cache"
}
train "$stage/lib/vm.aot" vm eval '(begin (define (f n) (if (= n 0) (quote ()) (cons n (f (- n 1))))) (display (f 9)) (newline) (quote done))'
train "$stage/lib/runner.aot" run --shard 1/24 --report "$work/report"

try --version
try vm eval '(+ 1 2)'
try run --id 'base/*' --report "$work/report"
chmod -R a+rX,go-w "$stage"
tar czf "$out/$name.tar.gz" -C "$work" "$name"

shown=$out/$name.tar.gz
case $shown in "$PWD"/*) shown=${shown#"$PWD"/} ;; esac
printf '%s: %s, %s unpacked, in %d s\n' "$shown" \
  "$(du -h "$out/$name.tar.gz" | cut -f1)" "$(du -sh "$stage" | cut -f1)" $((SECONDS - began))
printf 'Unpack and use it anywhere:\n  tar xzf %s -C DIR && DIR/%s/bin/touchstone run\n' "$shown" "$name"
