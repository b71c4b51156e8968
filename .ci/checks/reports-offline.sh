#!/bin/sh
# Opens the HTML reports in headless Chromium without a network; any request but file:, data: and blob: fails.
# usage: reports-offline.sh [DIR...]   (default: the site and the Allure report below reports/target)
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
open="$here/.ci/lib/open-page.py"
[ $# -gt 0 ] || set -- "$here/reports/target/site" "$here/reports/target/allure-report"

for program in chromium chromium-browser google-chrome chrome; do
  if command -v "$program" >/dev/null 2>&1; then browser=$program; fi
done
if [ -z "${browser:-}" ]; then
  echo "skipped: reports-offline: no Chromium is installed (on Debian: apt-get install chromium)"
  exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then
  echo "skipped: reports-offline: no python3 is installed"
  exit 0
fi

# First the check itself: a page that asks for something must be caught, and one that does not must pass.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo '<p>One image from elsewhere.</p><img src="https://touchstone.invalid/image.png">' >"$scratch/asks.html"
echo '<p>Nothing.</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">' >"$scratch/silent.html"
status=0; "$open" "$scratch/asks.html" >"$scratch/out" 2>&1 || status=$?
if [ $status -ne 1 ] || ! grep -q 'touchstone.invalid/image.png' "$scratch/out"; then
  echo "reports-offline: a page with an image from elsewhere was not caught:"; cat "$scratch/out"; exit 1
fi
status=0; "$open" "$scratch/silent.html" >"$scratch/out" 2>&1 || status=$?
if [ $status -ne 0 ]; then
  echo "reports-offline: a page that asks for nothing was accused:"; cat "$scratch/out"; exit 1
fi

bad=0
for report in "$@"; do
  page=$report
  [ ! -d "$report" ] || page="$report/index.html"
  if [ ! -f "$page" ]; then
    echo "reports-offline: $page does not exist; 'mvn verify' makes it"; bad=1; continue
  fi
  # A site has further pages; of the Allure report, which is one file, the other views are opened.
  set -- "$page"
  if grep -q '<title>Allure Report</title>' "$page"; then
    for view in suites categories graph timeline; do set -- "$@" "$page#$view"; done
  else
    for other in "$(dirname "$page")"/clauses.html "$(dirname "$page")"/chapters/*.html; do
      [ ! -f "$other" ] || set -- "$@" "$other"
    done
  fi
  if "$open" "$@"; then
    echo "reports-offline: $page: $# pages or views, nothing requested"
  else
    bad=1
  fi
done
exit $bad
