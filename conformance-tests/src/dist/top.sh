#!/bin/sh
# The same as bin/touchstone, so that what the README tells to type works here too.
exec "$(dirname -- "$0")/bin/touchstone" "$@"
