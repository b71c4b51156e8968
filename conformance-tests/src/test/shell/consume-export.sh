#!/bin/sh
# Runs an exported corpus (./touchstone export DIR) on any VM, with plain files and POSIX sh alone:
#     consume-export.sh DIR COMMAND
# COMMAND is called as `COMMAND output|value main.scm`. It prints what the program prints; asked for `value` it then
# prints the value of the last form on a line of its own. Set HAS to the features of your VM, separated by blanks, and
# cases that need others are skipped; so are those that expect more than a text can say (see expected.json).
dir=$1 command=$2 passed=0 failed=0 skipped=0
actual=$(mktemp) wanted=$(mktemp)
trap 'rm -f "$actual" "$wanted"' EXIT
can_run() {
    [ -f main.scm ] && [ ! -f args.txt ] || return 1
    [ -f expected-value.txt ] || [ -f expected-output.txt ] || return 1
    [ -z "${HAS+set}" ] && return 0
    while read -r feature; do case " $HAS " in *" $feature "*) ;; *) return 1 ;; esac; done <requires.txt
}
for file in $(cd "$dir" && find . -name expected.json | sort); do
    case_id=$(dirname "${file#./}")
    cd "$dir/$case_id" || exit 2
    if ! can_run; then skipped=$((skipped + 1)); cd "$OLDPWD" || exit 2; continue; fi
    input=/dev/null; [ -f input.txt ] && input=input.txt
    wants=output; [ -f expected-value.txt ] && wants=value
    cat expected-output.txt expected-value.txt >"$wanted" 2>/dev/null
    $command $wants main.scm <$input >"$actual" 2>/dev/null
    if [ ! -f expected-output.txt ]; then tail -n 1 "$actual" >"$actual.1" && mv "$actual.1" "$actual"; fi
    if cmp -s "$wanted" "$actual"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $case_id"; fi
    cd "$OLDPWD" || exit 2
done
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
