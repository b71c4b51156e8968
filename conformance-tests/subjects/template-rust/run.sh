#!/bin/sh
# Builds serve.rs beside it where it has not been built since its last change, and runs it. A VM of your own needs no such script:
# its command is its binary.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -x "$here/serve" ] || [ "$here/serve.rs" -nt "$here/serve" ]; then
  # The runner gives a subject a home of its own; rustup looks for the compiler in yours.
  HOME=$(eval echo "~$(id -un)") rustc --edition 2021 -O -o "$here/serve.$$" "$here/serve.rs" >&2
  mv "$here/serve.$$" "$here/serve"
fi
exec "$here/serve"
