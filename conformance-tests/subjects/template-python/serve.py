"""A subject in Python to begin from: the protocol of spec/chapters/11-protocol.md, lines of JSON, the standard library alone.

It runs as it is:       ./touchstone run --subject template-python
What your VM replaces:  `run_program`, and what `HELLO` claims. The rest is the protocol.
"""

import json
import math
import re
import sys

HELLO = {
    "type": "hello", "protocol": "1.0", "name": "template-python", "version": "1",
    # "world": a run leaves nothing to the next one, in this process. If your VM cannot promise that, say "none".
    "isolation": "world", "trace": "none",
    # What your VM has: whole rungs under "rungs", single features here (spec/features.yaml lists them).
    "features": ["booleans", "if", "integers", "integer-division", "integer-library", "begin", "display"],
    # Where several answers are right, yours. "checked": the errors that R7RS leaves open are signalled.
    "capabilities": {"int-model": "bignum", "checked": "yes", "under-apply": "error", "over-apply": "error",
                     "empty-list": "distinct"},
}


class LispError(Exception):
    """An error of the program: its portable class (spec/chapters/08-errors.md), and a message for the report."""

    def __init__(self, error_class, message, phase=None):
        super().__init__(message)
        self.error_class, self.phase = error_class, phase


# ---- Your VM goes here, in place of everything up to the next line of this kind --------------------------------------

def run_program(text, write):
    """Runs a program; what it writes goes to `write`. Returns the written value of its last form, None if it has none."""
    value = None
    for form in read_program(text):  # read to the end before anything runs: an error of reading comes first
        value = evaluate(form, write)
    return written(value)


TOKEN = re.compile(r"\s+|;[^\n]*|(?P<token>[()]|[^\s();]+)")
NAME = re.compile(r"[A-Za-z!$%&*/:<=>?^_~+-][A-Za-z0-9!$%&*/:<=>?^_~+@.-]*")
RADIX = {"#x": 16, "#o": 8, "#b": 2, "#d": 10}


def read_program(text):
    forms = [[]]
    for match in TOKEN.finditer(text):
        token = match["token"]
        if token == "(":
            forms.append([])
        elif token == ")" and len(forms) > 1:
            forms[-2].append(forms.pop())
        elif token:
            forms[-1].append(atom(token))
    if len(forms) > 1:
        raise LispError("syntax", "the program ends within a list", "read")
    return forms[0]


def atom(token):
    if token in ("#t", "#true", "#f", "#false"):
        return token[1] == "t"
    radix = RADIX.get(token[:2].lower(), 10)
    try:
        return int(token[2:] if token.startswith("#") and token[:2].lower() in RADIX else token, radix)
    except ValueError:
        if NAME.fullmatch(token):
            return token
        raise LispError("syntax", "not known to this reader: " + token, "read") from None


def evaluate(form, write):
    match form:
        case bool() | int():
            return form
        case str():
            return primitive(form)
        case ["begin", *forms] if forms:
            return [evaluate(each, write) for each in forms][-1]
        case ["if", test, yes, *no] if len(no) < 2:
            return evaluate(yes, write) if evaluate(test, write) is not False else evaluate(no[0], write) if no else None
        case [] | ["if" | "begin", *_]:
            raise LispError("syntax", "no form: " + repr(form))
        case [operator, *operands]:
            return call(evaluate(operator, write), [evaluate(each, write) for each in operands], write)


def call(function, arguments, write):
    if not isinstance(function, tuple):
        raise LispError("not-procedure", repr(function))
    (least, most, predicate), body = function
    if not least <= len(arguments) <= (most if most is not None else math.inf):
        raise LispError("arity", f"{len(arguments)} arguments")
    if not predicate and not all(type(a) is int for a in arguments):
        raise LispError("type", "integers are expected")
    try:
        return body(write, *arguments)
    except ZeroDivisionError:
        raise LispError("divide-by-zero", "division by zero") from None


def primitive(name):
    if name not in PRIMITIVES:
        raise LispError("unbound", name)
    return PRIMITIVES[name]


def takes(least, most, body, any_type=False):
    return (least, most, any_type), body


def chain(holds):
    return takes(1, None, lambda w, *xs: all(holds(a, b) for a, b in zip(xs, xs[1:])))


def truncated(n, d):
    return abs(n) // abs(d) * (1 if (n < 0) == (d < 0) else -1)


def is_int(x):
    return type(x) is int


def display(write, x):
    write(written(x))


PRIMITIVES = {
    "+": takes(0, None, lambda w, *xs: sum(xs)),
    "*": takes(0, None, lambda w, *xs: math.prod(xs)),
    "-": takes(1, None, lambda w, x, *xs: x - sum(xs) if xs else -x),
    "=": chain(int.__eq__), "<": chain(int.__lt__), ">": chain(int.__gt__), "<=": chain(int.__le__), ">=": chain(int.__ge__),
    "quotient": takes(2, 2, lambda w, n, d: truncated(n, d)),
    "remainder": takes(2, 2, lambda w, n, d: n - d * truncated(n, d)),
    "modulo": takes(2, 2, lambda w, n, d: n % d), "floor-quotient": takes(2, 2, lambda w, n, d: n // d),
    "abs": takes(1, 1, lambda w, x: abs(x)), "square": takes(1, 1, lambda w, x: x * x),
    "min": takes(1, None, lambda w, *xs: min(xs)), "max": takes(1, None, lambda w, *xs: max(xs)),
    "gcd": takes(0, None, lambda w, *xs: math.gcd(*xs)), "lcm": takes(0, None, lambda w, *xs: math.lcm(*xs)),
    "expt": takes(2, 2, lambda w, x, n: x ** n),
    "zero?": takes(1, 1, lambda w, x: x == 0), "positive?": takes(1, 1, lambda w, x: x > 0),
    "negative?": takes(1, 1, lambda w, x: x < 0), "even?": takes(1, 1, lambda w, x: x % 2 == 0),
    "odd?": takes(1, 1, lambda w, x: x % 2 == 1),
    "number?": takes(1, 1, lambda w, x: is_int(x), True), "integer?": takes(1, 1, lambda w, x: is_int(x), True),
    "exact-integer?": takes(1, 1, lambda w, x: is_int(x), True),
    "boolean?": takes(1, 1, lambda w, x: type(x) is bool, True), "not": takes(1, 1, lambda w, x: x is False, True),
    "display": takes(1, 1, display, True), "newline": takes(0, 0, lambda w: w("\n"), True),
}
PRIMITIVES |= {"truncate-quotient": PRIMITIVES["quotient"], "truncate-remainder": PRIMITIVES["remainder"],
               "floor-remainder": PRIMITIVES["modulo"]}


def written(value):
    if value is None:
        return "#<unspecified>"
    if isinstance(value, bool):
        return "#t" if value else "#f"
    return str(value) if isinstance(value, int) else "#<procedure>"


# ---- The protocol ----------------------------------------------------------------------------------------------------

def run(request):
    """The answer to a `run`. What a program writes is collected: standard output belongs to the protocol."""
    output = []
    result = {"type": "result", "id": request["id"]}
    if "program" not in request:
        return result | {"status": "unsupported", "reason": "This subject runs programs only."}
    try:
        value = run_program(request["program"], output.append)
        result |= {"status": "completed"} | ({} if value is None else {"values": [value]})
    except LispError as error:
        result |= {"status": "error", "class": error.error_class, "message": str(error)}
        result |= {"phase": error.phase} if error.phase else {}
    return result | {"output": "".join(output)}


def answer(message):
    print(json.dumps(message), flush=True)


def main():
    sys.setrecursionlimit(100_000)
    sys.set_int_max_str_digits(0)
    for line in sys.stdin:
        request = json.loads(line)
        match request["type"]:
            case "hello" if request["protocol"].split(".")[0] != "1":
                answer({"type": "hello", "protocol": "1.0", "refused": "This subject speaks version 1 of the protocol."})
                return
            case "hello":
                answer(HELLO)
            case "run":
                answer(run(request))
            case "bye":
                return
            case other if "id" in request:
                answer({"type": "result", "id": request["id"], "status": "unsupported", "reason": "No message " + other + "."})


main()
