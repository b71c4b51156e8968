#!/usr/bin/env python3
"""How many runs a second: the fork servers of conformance-tests/subjects against a process for each run, in one go.

usage: fork-server.py [--rounds N] [--runs N] [chez | chicken | guile]...

Rounds of the two ways alternate, and the medians are compared, so that other work on the machine meets both alike. Its load is
printed: numbers from a busy machine are worth little. The claim: for Chez the fork server is at least 10 times as fast (exit
code 1 if not).
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
SUBJECTS = TOP / "conformance-tests/subjects"
PROGRAM = "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))\n(display (fib 10))\n(list (fib 5) 'end)\n"
WAYS = {  # the server, a process for a file
    "chez": (["chezscheme", "--script", "serve.ss"], ["chezscheme", "--script"]),
    "chicken": (["csi", "-n", "-q", "-s", "serve.scm"], ["csi", "-n", "-q", "-s"]),
    "guile": (["guile", "-q", "--no-auto-compile", "serve.scm"], ["guile", "-q", "--no-auto-compile", "--r7rs"]),
}
WANTED = {"chez": 10}


def served(command, runs):
    """Runs a second of a server, its start not counted, as it serves hundreds."""
    environment = os.environ | {"GC_MARKERS": "1", "LC_ALL": "C.UTF-8"}
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def ask(line):
        server.stdin.write(line + "\n")
        server.stdin.flush()
        return server.stdout.readline()

    assert "hello" in ask('(hello (protocol "1.0"))')
    started = time.perf_counter()
    for i in range(runs):
        program = PROGRAM.replace("\n", "\\n")
        answer = ask(f'(run (id "r{i}") (program "{program}") (limits (time 10000) (output 1000000)))')
        assert '(values "(5 end)")' in answer and '(output "55")' in answer, answer
    seconds = time.perf_counter() - started
    server.communicate("(bye)\n", timeout=10)
    return runs / seconds


def spawned(command, file, runs):
    started = time.perf_counter()
    for _ in range(runs):
        assert subprocess.run([*command, file], capture_output=True, text=True, check=True).stdout == "55"
    return runs / (time.perf_counter() - started)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = False
    print("load: " + re.match(r"\S+ \S+ \S+", pathlib.Path("/proc/loadavg").read_text())[0])
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch, "program.scm")
        file.write_text(PROGRAM)
        for name in options.names or WAYS:
            server, process = WAYS[name]
            if not shutil.which(server[0]):
                print(f"skipped: {server[0]} is not installed")
                continue
            rounds = [(served([*server[:-1], str(SUBJECTS / name / server[-1])], options.runs), spawned(process, str(file), max(5, options.runs // 5)))
                      for _ in range(options.rounds)]
            ours, theirs = (statistics.median(each) for each in zip(*rounds))
            factor = ours / theirs
            failed |= factor < WANTED.get(name, 0)
            print(f"{name}: {ours:.0f} runs a second by the fork server, {theirs:.1f} by a process each: {factor:.1f} times as many")
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
