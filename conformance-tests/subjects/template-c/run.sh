#!/bin/sh
# Builds serve.c beside it where it has not been built since its last change, and runs it. A VM of your own needs no such script:
# its command is its binary.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -x "$here/serve" ] || [ "$here/serve.c" -nt "$here/serve" ]; then
  ${CC:-cc} -O1 -o "$here/serve.$$" "$here/serve.c" >&2
  mv "$here/serve.$$" "$here/serve"
fi
exec "$here/serve"
