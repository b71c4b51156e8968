"""A toy Lisp for Touchstone's own tests. It evaluates with an explicit stack, so tail calls take no space.

usage: toy.py [--no-tail-calls] [--last-line] FILE | toy.py --repl
With --no-tail-calls every call leaves a frame that stays until it returns.
"""
import math, operator, re, sys

TOKEN = re.compile(r"""(?:\s|;[^\n]*)*([()']|"(?:\\.|[^"\\])*"|[^\s()';"]+)?""")


class Error(Exception): pass
class Symbol(str): pass
class Closure:
    def __init__(self, parameters, body, env): self.parameters, self.body, self.env = parameters, body, env


def read_all(text):
    tokens = [t for t in TOKEN.findall(text) if t]
    forms = []
    while tokens:
        forms.append(read(tokens))
    return forms


def read(tokens):
    if not tokens or tokens[0] == ")":
        raise Error("syntax: unexpected " + (tokens[0] if tokens else "end"))
    token = tokens.pop(0)
    if token == "'":
        return [Symbol("quote"), read(tokens)]
    if token == "(":
        form = []
        while tokens[:1] != [")"]:
            form.append(read(tokens))
        return tokens.pop(0) and form
    if token[0] == '"':
        return re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), token[1:-1])
    return {"#t": True, "#f": False}[token] if token in ("#t", "#f") else \
        int(token) if re.fullmatch(r"[+-]?\d+", token) else Symbol(token)


def datum(form):
    """Pairs are tuples of two, the empty list is the empty tuple; programs are Python lists."""
    result = ()
    for part in reversed(form) if isinstance(form, list) else ():
        result = (datum(part), result)
    return result if isinstance(form, list) else form


def written(value, quoted=True):
    if isinstance(value, tuple):
        parts = []
        while isinstance(value, tuple) and value:
            parts.append(written(value[0], quoted))
            value = value[1]
        return "(" + " ".join(parts + ([] if value == () else [".", written(value, quoted)])) + ")"
    if value is True or value is False:
        return "#t" if value else "#f"
    if isinstance(value, (Symbol, int)):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if quoted else value
    return "#<procedure>" if value is not None else "#<nothing>"


def show(value, quoted=False):
    print(written(value, quoted), end="", flush=True)


def checked(kind, name, operation):
    def primitive(*arguments):
        for a in arguments:
            if type(a) is not kind or a == ():
                raise Error("type: %s of %s" % (name, written(a)))
        return operation(*arguments)
    return primitive


def ordered(holds):
    return lambda a, b, *more: all(holds(x, y) for x, y in zip((a, b, *more), (b, *more)))


def is_list(value):
    while isinstance(value, tuple) and value:
        value = value[1]
    return value == ()


PRIMITIVES = {n: checked(int, n, f) for n, f in {
    "+": lambda *a: sum(a), "-": lambda a, *b: a - sum(b) if b else -a, "*": lambda *a: math.prod(a),
    "=": ordered(operator.eq), "<": ordered(operator.lt), ">": ordered(operator.gt), "<=": ordered(operator.le),
    ">=": ordered(operator.ge), "zero?": lambda a: a == 0, "positive?": lambda a: a > 0, "negative?": lambda a: a < 0,
    "quotient": lambda a, b: abs(a) // abs(b) * (1 if a * b > 0 else -1)}.items()}
PRIMITIVES |= {"c%sr" % n: checked(tuple, "c%sr" % n, f) for n, f in {
    "a": lambda p: p[0], "d": lambda p: p[1], "aa": lambda p: p[0][0], "ad": lambda p: p[1][0],
    "da": lambda p: p[0][1], "dd": lambda p: p[1][1]}.items()}
PRIMITIVES |= {
    "cons": lambda a, b: (a, b), "list": lambda *a: datum(list(a)), "null?": lambda v: v == (), "list?": is_list,
    "pair?": lambda v: isinstance(v, tuple) and v != (), "not": lambda v: v is False,
    "eq?": lambda a, b: a is b or type(a) is type(b) and isinstance(a, (Symbol, int)) and a == b,
    "number?": lambda v: type(v) is int, "integer?": lambda v: type(v) is int, "boolean?": lambda v: type(v) is bool,
    "symbol?": lambda v: isinstance(v, Symbol), "procedure?": lambda v: isinstance(v, Closure) or callable(v),
    "display": show, "write": lambda v: show(v, True), "newline": lambda: show("\n"),
    "read-char": lambda: sys.stdin.read(1) and None}


def scope(env, name):
    while env and name not in env[0]:
        env = env[1]
    if not env:
        raise Error("unbound: " + name)
    return env[0]


def evaluate(form, env, tail_calls):
    """An environment is (names, outer) or (); the stack holds what is left to do as (what, data, environment)."""
    stack, value = [("form", form, env)], None
    while stack:
        what, data, env = stack.pop()
        if what == "form" and isinstance(data, Symbol):
            value = scope(env, data)[data]
        elif what == "form" and not isinstance(data, list):
            value = data
        elif what == "form":
            head, *rest = data or [Symbol("quote")]
            if head in ("quote", "if", "define", "set!", "lambda") and len(rest) < (1 if head == "quote" else 2):
                raise Error("syntax: " + written(datum(data)))
            if head == "quote":
                value = datum(rest[0])
            elif head == "lambda":
                value = Closure(rest[0], rest[1:], env)
            elif head == "define" and isinstance(rest[0], list):
                env[0][rest[0][0]] = Closure(rest[0][1:], rest[1:], env)
            elif head == "let":
                call = [[Symbol("lambda"), [b[0] for b in rest[0]], *rest[1:]], *(b[1] for b in rest[0])]
                stack.append(("form", call, env))
            elif head == "cond":
                (test, *body), *others = rest or [[True, False]]
                test = True if test == "else" else test
                stack.append(("form", [Symbol("if"), test, [Symbol("begin"), *body], ["cond", *others]], env))
            elif head == "begin":
                stack.append(("begin", rest, env))
            elif head in ("if", "define", "set!"):
                stack += [(head, rest, env), ("form", rest[head != "if"], env)]
            else:
                stack += [("call", ([], data[1:]), env), ("form", head, env)]
        elif what == "if" and (value is not False or len(data) > 2):
            stack.append(("form", data[1 if value is not False else 2], env))
        elif what in ("define", "set!"):
            (env[0] if what == "define" else scope(env, data[0]))[data[0]] = value
        elif what == "begin" and data:
            stack += [("begin", data[1:], env)] if data[1:] else []
            stack.append(("form", data[0], env))
        elif what == "call" and data[1]:
            stack += [("call", (data[0] + [value], data[1][1:]), env), ("form", data[1][0], env)]
        elif what == "call":
            procedure, *arguments = data[0] + [value]
            if isinstance(procedure, Closure) and len(arguments) == len(procedure.parameters):
                stack += [] if tail_calls else [("return", None, env)]
                stack.append(("begin", procedure.body, (dict(zip(procedure.parameters, arguments)), procedure.env)))
            elif isinstance(procedure, Closure):
                raise Error("arity: " + written(datum(arguments)))
            elif callable(procedure):
                value = procedure(*arguments)
            else:
                raise Error("not-procedure: " + written(procedure))
    return value


def main(arguments):
    tail_calls, world, value = "--no-tail-calls" not in arguments, (dict(PRIMITIVES), ()), None
    try:
        if "--repl" in arguments:
            print("> ", end="", flush=True)
            for line in sys.stdin:
                print(written(evaluate(read_all(line)[0], world, tail_calls)), end="\n> ", flush=True)
            return 0
        with open(arguments[-1], encoding="utf-8") as file:
            for form in read_all(file.read()):
                value = evaluate(form, world, tail_calls)
        if "--last-line" in arguments:
            print("\n" + written(value))
        return 0
    except Error as error:
        print("toy error: %s" % error, file=sys.stderr)
    except (TypeError, IndexError):
        print("toy error: arity", file=sys.stderr)
    except ZeroDivisionError:
        print("toy error: divide-by-zero", file=sys.stderr)
    return 1


sys.exit(main(sys.argv[1:]))
