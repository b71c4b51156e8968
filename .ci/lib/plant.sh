# Faults planted into copies of the reference VM; for the checks that need a VM which is wrong in a known way.
# shellcheck shell=bash
# shellcheck source=.ci/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
needs perl "the faults are planted with it"

"$top/touchstone" list --count >/dev/null
jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
library=$top/conformance-tests/target/lib
vm=reference-vm/src/main/java/dev/touchstone/vm

# plant NAME FILE PERL-SUBSTITUTION: a copy of the VM's sources with the fault, compiled into $scratch/NAME/classes.
plant() {
  local name=$1 file=$vm/$2 substitution=$3 copy=$scratch/$1
  mkdir -p "$copy/classes"
  (cd "$top" && cp -R --parents reference-vm/src/main/java "$copy")
  perl -0pi -e "$substitution" "$copy/$file"
  ! cmp -s "$top/$file" "$copy/$file" || fail "$name: the fault does not apply to $file any more"
  find "$copy/reference-vm" -name '*.java' >"$copy/files"
  "$jdk/bin/javac" -nowarn -proc:none -cp "$library/*" -d "$copy/classes" @"$copy/files" 2>"$copy/errors" || {
    cat "$copy/errors"
    fail "$name: does not compile"
  }
}
