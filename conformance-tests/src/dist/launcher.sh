#!/bin/sh
# Starts Touchstone from the directory that it was unpacked into, with the Java that lies beside it. Needs nothing else.
#
#   TOUCHSTONE_JAVA_OPTS  more options for that Java, for example -Xmx4g
set -u

self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
  esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd -P) || exit 2

jars='@JARS@'
main=dev.touchstone.conformance.cli.Main
cache=$home/lib/runner.aot
# Thousands of short programs: what the JVM's second compiler would gain later it costs here. With this heap the process stays below 1 GB.
tuning='-XX:TieredStopAtLevel=1 -Xmx850m'
case ${1-} in
  vm)
    shift
    jars='@VM_JARS@'
    main=dev.touchstone.vm.cli.Main
    cache=$home/lib/vm.aot
    tuning=
    ;;
  dist)
    echo "touchstone: dist builds an archive from a checkout of the sources; this is such an archive." >&2
    exit 2
    ;;
esac

path=
for jar in $jars; do
  path=$path${path:+:}$home/lib/$jar
done
set -- -cp "$path" "$main" "$@"
if [ -f "$cache" ]; then
  set -- "-XX:AOTCache=$cache" "$@"
fi
# shellcheck disable=SC2086 # several options, separated by blanks
exec "$home/runtime/bin/java" -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr $tuning ${TOUCHSTONE_JAVA_OPTS-} "$@"
