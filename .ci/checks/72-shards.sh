#!/usr/bin/env bash
# The shards 1/3 to 3/3 of some chapters on the reference VM, merged, are the unsharded run, byte by byte apart from times; and what
# are not all the shards of one run is refused.
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
cd "$scratch"
chapters=(--chapter base,errors,format,functions,handlers)

"$top/touchstone" run "${chapters[@]}" --report whole >out 2>&1 || fail "the whole run ended with $?: $(tail -n 3 out)"
tail -n 1 out
for i in 1 2 3; do
  "$top/touchstone" run "${chapters[@]}" --shard "$i/3" --report "shard-$i" >out 2>&1 || fail "shard $i ended with $?: $(tail -n 3 out)"
  printf 'shard %s/3: %s\n' "$i" "$(tail -n 1 out)"
done
"$top/touchstone" merge shard-3/results.json shard-1/results.json shard-2/results.json --out merged.json --without-times
"$top/touchstone" merge whole/results.json --out whole.json --without-times
cmp merged.json whole.json || fail "the merged shards are not the whole run"
printf 'equal: %s bytes\n' "$(wc -c <merged.json)"

# refused TEXT FILE...
refused() {
  local code=0 text=$1
  shift
  "$top/touchstone" merge "$@" --out refused.json >out 2>&1 || code=$?
  [ "$code" = 2 ] && grep -qF -- "$text" out && [ ! -e refused.json ] || fail "exit $code, not 2 with '$text': $(cat out)"
  cat out
}
refused 'The shard 2/3 is missing' shard-1/results.json shard-3/results.json
refused 'are both shard 1/3' shard-1/results.json shard-1/results.json shard-2/results.json
"$top/touchstone" run --shard 3/3 --chapter base --report other >out 2>&1 || fail "the run of a chapter ended with $?"
refused 'are of different cases' shard-1/results.json shard-2/results.json other/results.json
