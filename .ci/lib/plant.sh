# Faults planted into copies of the reference VM; for the checks that need a VM which is wrong in a known way.
# shellcheck shell=bash
# shellcheck source=.ci/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
needs perl "the faults are planted with it"

"$top/touchstone" list --count >/dev/null
jdk=$(TOUCHSTONE_SHOW_JDK=1 "$top/touchstone")
library=$top/conformance-tests/target/lib
package=dev/touchstone/vm

# plant NAME FILE PERL-SUBSTITUTION: a copy of the VM's classes and library, with the fault, in $scratch/NAME/classes. FILE is
# below the package, and Java or Scheme; of Java it is compiled anew alone, against the other classes.
plant() {
  local name=$1 file=$package/$2 substitution=$3 copy=$scratch/$1 root=$top/reference-vm/src/main/java
  [ "${file##*.}" = java ] || root=$top/reference-vm/src/main/resources
  mkdir -p "$copy/source"
  cp -R "$top/reference-vm/target/classes" "$copy/classes"
  # What the build compiled of the Scheme library; without it the sources are, by the copy itself.
  rm -f "$copy/classes/$package"/library/*.tbc
  (cd "$root" && cp --parents "$file" "$copy/source")
  perl -0pi -e "$substitution" "$copy/source/$file"
  ! cmp -s "$root/$file" "$copy/source/$file" || fail "$name: the fault does not apply to $file any more"
  if [ "${file##*.}" != java ]; then
    cp "$copy/source/$file" "$copy/classes/$file"
    return
  fi
  "$jdk/bin/javac" -nowarn -proc:none -cp "$copy/classes:$library/*" -d "$copy/classes" "$copy/source/$file" 2>"$copy/errors" || {
    cat "$copy/errors"
    fail "$name: does not compile"
  }
}
