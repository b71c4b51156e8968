#!/usr/bin/env bash
# Opens the HTML reports in headless Chromium without a network; a request for anything but a local file fails.
# usage: reports-offline.sh [DIR...]   (default: the site and the Allure report that `mvn verify` left in reports/target)
source "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
open=$top/.ci/lib/open-page.py
[ $# -gt 0 ] || set -- "$top/reports/target/site" "$top/reports/target/allure-report"

needs python3 "it drives the browser"
"$open" --has-browser || skip "no Chromium is installed (on Debian: apt-get install chromium)"

# First the check itself: a page that asks for something is caught, and one that does not is left in peace.
caught() {
  local status=0
  printf '%s\n' "$1" >"$scratch/page.html"
  "$open" "$scratch/page.html" >"$scratch/out" 2>&1 || status=$?
  [ $status -eq 1 ] && grep -q touchstone.invalid "$scratch/out"
}
for asking in '<img src="https://touchstone.invalid/image.png">' '<script src="//touchstone.invalid/s.js"></script>' \
  '<script>fetch("http://touchstone.invalid/")</script>' \
  '<meta http-equiv="Content-Security-Policy" content="img-src data:"><img src="https://touchstone.invalid/image.png">'; do
  caught "<p>x</p>$asking" || fail "this was not caught: $asking $(cat "$scratch/out")"
done
printf '<p>x</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">' >"$scratch/silent.html"
"$open" "$scratch/silent.html" || fail "a page that asks for nothing was accused"

# views PAGE: the views of an Allure report, which is one file; the page itself otherwise.
views() {
  printf '%s\n' "$1"
  if grep -q '<title>Allure Report</title>' "$1"; then
    printf "$1#%s\n" categories suites graph timeline behaviors packages
  fi
}

for report in "$@"; do
  files=("$report")
  if [ -d "$report" ]; then
    [ -f "$report/index.html" ] || fail "$report/index.html does not exist: \`mvn verify\` makes it"
    mapfile -t files < <(find "$report" -name '*.html' | sort)
  fi
  pages=()
  for file in "${files[@]}"; do
    [ -f "$file" ] || fail "$file does not exist: \`mvn verify\` makes it"
    mapfile -t -O ${#pages[@]} pages < <(views "$file")
  done
  "$open" "${pages[@]}" || fail "$report asks for more than itself"
  echo "$report: ${#pages[@]} pages or views opened, nothing requested"
done
