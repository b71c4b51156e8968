#!/usr/bin/env bash
# The interactive session as a new user meets it, in tmux: a definition over several lines, its use, an error, the end of an endless
# loop, completion, documentation, time, input of the program, leaving; and through a pipe, without a terminal.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"

vm="$top/touchstone vm"
[ "$(echo '(+ 1 2)' | $vm 2>&1)" = '=> 3' ] || fail "a form through a pipe"
code=0
printf '(car 1)\n(display "on")\n' | $vm >"$scratch/out" 2>"$scratch/err" || code=$?
[ "$code" = 1 ] || fail "a failure through a pipe ended with $code, not 1"
[ "$(cat "$scratch/out")" = on ] || fail "a failure through a pipe ended the session"
grep -q 'run error (type)' "$scratch/err" || fail "a failure through a pipe is not told"
code=0
echo '(exit 3)' | $vm || code=$?
[ "$code" = 3 ] || fail "(exit 3) ended with $code"
if grep -q $'\e' "$scratch/out" "$scratch/err"; then fail "escape codes in a pipe"; fi

needs tmux "nobody types at a terminal here"
export TMUX_TMPDIR=$scratch
terminal=(tmux -f /dev/null -L "repl-$$")
trap '"${terminal[@]}" kill-server 2>/dev/null; chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT

screen() { "${terminal[@]}" capture-pane -p -S - 2>/dev/null; }
keys() { "${terminal[@]}" send-keys "$@"; }
types() {
  "${terminal[@]}" send-keys -l -- "$1"
  shift
  [ $# = 0 ] || keys "$@"
}

# shows PATTERN [SECONDS]: waits until a line of the screen matches.
shows() {
  local left=$((${2:-20} * 10))
  until screen | grep -qE -- "$1"; do
    left=$((left - 1))
    [ $left -gt 0 ] || {
      screen
      fail "the screen does not show: $1"
    }
    sleep 0.1
  done
}

"${terminal[@]}" new-session -d -x 80 -y 50 \
  "env -u NO_COLOR HOME='$scratch' XDG_STATE_HOME='$scratch/state' PS1='shell> ' bash --norc --noprofile"
types "$vm; echo \"left with \$?\"" Enter
shows '^>' 60
types '(define (square x)' Enter
types '(* x x))' Enter
shows '^    \(\* x x\)\)'
shows '^; defined square'
types '(square 12)' Enter
shows '^=> 144'
types '(square (quote a))' Enter
shows '^<input 1>:2:3: run error \(type\)'
shows '^  in square '
types '(let loop () (loop))' Enter
sleep 1
keys C-c
shows '^interrupted, after '
types '(vector-fi' Tab
shows '^> \(vector-fill!'
keys C-c
sleep 1
types '(string-length (read-line))' Enter
sleep 1
types 'typed while it runs' Enter
shows '^=> 19'
types ',doc car' Enter
shows '^car  \(scheme base\)'
types ',time (square 5)' Enter
shows '^=> 25'
shows '^; [0-9.]+ m?s, [0-9,]+ steps?, [0-9.]+ (bytes|[kM]B) allocated'
types ',trcae (square 1)' Enter
shows 'Did you mean ,trace\?'
types ',trace (square 6)' Enter
shows ' call square 6'
types ',expand (when #t 1)' Enter
shows "^\(if '#t '1 "
types ',disasm square' Enter
shows '^function square 1 stack '
types '(display "λ") (exit 7)' Enter
shows '^left with 7'
[ "$(screen | grep -c 'WARNING')" = 0 ] || fail "Java warns of something"
types 'stty -a' Enter
shows '[^-]icanon.* echo '
[ -s "$scratch/state/touchstone/history" ] || fail "no history"
types "$vm" Enter
sleep 3
keys Up Up
shows '^> \(display "λ"\) \(exit 7\)' # the second time it stands there
keys C-c
sleep 1
keys C-d
types "NO_COLOR=1 $vm --no-history" Enter
sleep 2
types '(if #t "plain" 1)' Enter
shows '^=> "plain"'
"${terminal[@]}" capture-pane -p -e -S - | grep -a 'plain"' | tail -n 2 | grep -q $'\e\[3[0-9]' && fail "colours although NO_COLOR is set"
keys C-d
types "LC_ALL=C $vm --no-history" Enter
sleep 2
types '(string-length "λü")' Enter
shows '^=> 2$'
types '(string #\x3bb)' Enter
shows '^=> "λ"'
keys C-d
printf 'the session did what was typed\n'
