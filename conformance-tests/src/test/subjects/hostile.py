"""Subjects that misbehave, one way each: hostile.py WAY FILE. FILE is a program with the markers in it."""
import os, re, signal, subprocess, sys, time

way, path = sys.argv[1:3]
nonce = re.search(r"mark (\S+)S", open(path, encoding="utf-8").read()).group(1)
out = sys.stdout.buffer


def write(*parts):
    for part in parts:
        out.write(part if isinstance(part, bytes) else part.encode())
    out.flush()


def complete(value="42"):
    write(nonce, "V", value, nonce, ",", nonce, "E")


if way == "exits-at-once":
    sys.exit("gone already")
write(nonce, "S")
if way == "writes-without-end":
    for _ in range(100):
        write(b"x" * 1_000_000)
elif way == "errs-without-end":
    for _ in range(100):
        sys.stderr.write("y" * 999_999 + "\n")
    sys.stderr.write("the end of it")
    complete()
elif way == "ignores-sigterm":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)
elif way == "forks-and-hangs":
    subprocess.Popen(["sleep", "600"])
    time.sleep(600)
elif way == "leaves-a-child":
    subprocess.Popen(["sleep", "600"])
    complete()
elif way == "leaves-a-daemon":
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        os._exit(0)
    complete()
elif way == "stays-after-its-end":
    complete()
    time.sleep(600)
elif way == "invalid-utf8":
    write(b"ab\xff")
    complete()
elif way == "invalid-utf8-value":
    write(nonce, "V", b"\xc3(", nonce, ",", nonce, "E")
elif way == "forges-the-end":
    write("E", "touchstone-E", "V42,E")
elif way == "exits-0-after-an-error":
    sys.stderr.write("hostile error: type\n")
elif way == "exits-0-without-a-word":
    pass
elif way == "segfaults":
    os.kill(os.getpid(), signal.SIGSEGV)
elif way == "eats-memory":
    hoard = []
    while True:
        hoard.append(bytearray(b"z" * 10_000_000))
        time.sleep(0.01)
elif way == "closes-its-streams":
    os.close(0), os.close(1), os.close(2)
    time.sleep(600)
elif way == "never-reads":
    complete()
else:
    sys.exit("no such way: " + way)
