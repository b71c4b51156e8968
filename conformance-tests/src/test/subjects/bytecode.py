"""A bytecode machine, written from chapters 9 and 22 of the spec alone: it shows what they leave open, and what a small one needs.

It runs `assembly` over the protocol of chapter 11, in lines of JSON; with a FILE it runs that. Data are in bytecode_data.py, the rules
of chapter 23 in bytecode_verifier.py.
"""
import gc, json, math, operator, re, sys, time

import bytecode_verifier
from bytecode_data import LispError, NIL, NUMBERS, Char, Pair, String, Symbol, UNSPECIFIED, Vector, bad, make_list, read_line, written

STACK = 8_000_000  # slots and frames that may be in use at once


class Exhausted(Exception): pass
class Done(Exception): pass


# ---- The text: ASM-1 to ASM-9 --------------------------------------------------------------------------------------------

class Function:
    def __init__(self, name, required):
        self.name, self.required, self.rest, self.locals, self.stack, self.captures = name, required, False, 0, None, []
        self.text, self.code, self.labels, self.closures = [], [], {}, set()


LINE = re.compile(r"\s*line\s+0*[1-9]\d*(\s.*)?")  # what follows the number is the program's text, not data


def whole(x):
    return type(x) is int and 0 <= x <= 2_147_483_647


def header(data, functions):
    if len(data) < 3 or type(data[1]) is not Symbol or not whole(data[2]) or data[1] in functions:
        bad("no header of a function, or a second one of that name")
    function, words, said = Function(data[1], data[2]), data[3:], set()
    while words:
        word = words.pop(0)
        if type(word) is not Symbol or word in said:
            bad("not expected after the name of a function, or said twice: " + written(word))
        said.add(word)
        if word == "rest":
            function.rest = True
        elif word in ("locals", "stack") and words and whole(words[0]):
            setattr(function, word, words.pop(0))
        elif word == "captures":
            while words and type(words[0]) is Symbol and words[0] in ("value", "box"):
                function.captures.append(words.pop(0))
        elif word == "called" and words and type(words[0]) is Symbol:
            words.pop(0)
        else:
            bad("not expected after the name of a function: " + word)
    return function


def assemble(text):
    """Main, and whether the program has a value. Code is a list of (operation, operands)."""
    functions, function, has_value = {}, None, True
    for line in re.split(r"\r\n|\r|\n", text):
        data = [] if function and LINE.fullmatch(line) else read_line(line)
        if not data:
            continue
        if type(data[0]) is not Symbol:
            bad("a line begins with a symbol: " + line)
        word = data[0]
        if word == "source":
            len(data) == 2 and type(data[1]) is String or bad("no source: " + line)
        elif function is None and word == "function":
            function = functions[data[1]] = header(data, functions)
        elif function is None and data == ["no-value"]:
            has_value = False
        elif function is None:
            bad("outside of a function: " + line)
        elif word == "end" and len(data) == 1:
            function = None
        elif word in INSTRUCTIONS:
            function.text.append((word, data[1:]))
        elif word.endswith(":") and len(data) == 1 and word[:-1] not in function.labels:
            function.labels[Symbol(word[:-1])] = len(function.text)
        else:
            bad("no line of a function: " + line)
    if function:
        bad("the text ends within a function")
    main = functions.get("main") or bad("there is no function main")
    for each in functions.values():
        each.text = [(name, linked(name, operands, each, functions)) for name, operands in each.text]
        each.code = [(INSTRUCTIONS[name][0], operands) for name, operands in each.text]
    # Every function is one that main leads to, and none leads to itself: in the end each has gone from `path` to `done`.
    done, path, todo = set(), set(), [main]
    while todo:
        f = todo.pop()
        if f in path:
            path.discard(f), done.add(f)
        elif f not in done:
            path.add(f)
            todo.append(f)
            for g in f.closures:
                todo.append(g) if g not in path else bad("within itself: " + g.name)
    if len(done) < len(functions):
        bad("main does not lead to every function")
    try:
        bytecode_verifier.verify(functions.values(), main, INTEGRATED, LIBRARY)
    except bytecode_verifier.Rejected as rejected:
        raise LispError("syntax", str(rejected), "verify") from None
    return main, has_value


def linked(name, operands, function, functions):
    kinds = INSTRUCTIONS[name][1]
    if len(operands) != len(kinds):
        bad("%s has %d operands" % (name, len(kinds)))
    result = []
    for x, kind in zip(operands, kinds):
        right = kind == "constant" or (type(x) is Symbol if kind in ("global", "code", "target") else whole(x))
        if not right or kind != "constant" and x is UNSPECIFIED or kind == "rest" and x > 1:
            bad("%s: no %s: %s" % (name, kind, written(x)))
        if kind == "code":
            x = functions.get(x) or bad("no function: " + x)
            function.closures.add(x)
        if kind == "target":
            x = function.labels[x] if x in function.labels else bad("no label: " + x)
        result.append(x)
    return tuple(result)


# ---- The machine: MACH-15 to MACH-27 -------------------------------------------------------------------------------------

class Closure:
    __slots__ = ("function", "captured")
    def __init__(self, function, captured): self.function, self.captured = function, captured


class Cases:
    def __init__(self, closures): self.closures = closures


class Continuation:
    def __init__(self, below): self.below = below


class Primitive:
    """Takes from `least` to `most` arguments. The `work` of a `control` procedure gets the machine, too."""
    def __init__(self, name, least, most, work, control=False):
        self.name, self.least, self.most, self.work, self.control = name, least, most, work, control


class Box:
    __slots__ = ("content",)
    def __init__(self, content=None): self.content = content


class Node:
    """A captured frame: its slots, where its closure goes on, and what lies beneath (MACH-18)."""
    def __init__(self, slots, pc, closure, below):
        self.slots, self.pc, self.closure, self.below = slots, pc, closure, below
        self.size, self.depth = (below.size if below else 0) + len(slots), (below.depth if below else 0) + 1


class Machine:
    def __init__(self, main, limits):
        self.closure, self.code, self.pc, self.base = Closure(main, []), main.code, 0, 1
        self.stack, self.frames, self.below = [self.closure] + [None] * main.locals, [], None
        self.world, self.output, self.written, self.steps, self.most_frames, self.most_slots = dict(LIBRARY), [], 0, 0, 0, 0
        self.limits, self.deadline = limits, time.monotonic() + limits.get("time", 86_400_000) / 1000

    def run(self):
        """The values of the program."""
        try:
            while True:
                work, operands = self.code[self.pc]
                self.pc += 1
                work(self, *operands)
        except Done as done:
            return done.args[0]

    def step(self):
        """Counts a step, and how much is in use before it (MACH-26: captured frames, too, as long as they are pending)."""
        self.steps += 1
        slots, frames = len(self.stack), len(self.frames)
        if self.below:
            slots, frames = slots + self.below.size, frames + self.below.depth
        self.most_slots, self.most_frames = max(slots, self.most_slots), max(frames, self.most_frames)
        if slots + frames > STACK:
            raise Exhausted("stack")
        if self.steps > self.limits.get("steps", math.inf):
            raise Exhausted("steps")
        if self.steps % 1024 == 0 and time.monotonic() > self.deadline:
            raise Exhausted("time")

    def write(self, text):
        room, data = self.limits.get("output", math.inf) - self.written, text.encode("utf-8", "replace")
        self.written += len(data)
        if len(data) > room:
            self.output.append(data[:room].decode("utf-8", "ignore"))
            raise Exhausted("output")
        self.output.append(text)

    def go(self, closure, pc):
        self.closure, self.code, self.pc = closure, closure.function.code, pc

    def call(self, n, tail):
        """The callee and n arguments are on top. What is no closure names another callee in its place, or returns."""
        stack = self.stack
        while True:
            at = len(stack) - n - 1
            callee = stack[at]
            if type(callee) is Closure:
                return self.enter(callee, at, n, tail)
            if type(callee) is Cases:
                fits = [c for c in callee.closures if takes(c.function, n)]
                stack[at] = fits[0] if fits else arity(n)
                continue
            if type(callee) is Continuation:
                values = stack[at + 1:]
                self.stack, self.frames, self.below = [], [], callee.below
                return self.give_back(values)
            if type(callee) is not Primitive:
                raise LispError("not-procedure", written(callee))
            if not callee.least <= n <= callee.most:
                arity(n)
            if callee is APPLY:
                spread = list_items(stack[-1])
                stack[at:] = stack[at + 1:-1] + spread
                n += len(spread) - 2
                self.step()
                continue
            if callee is CALL_CC:
                if not tail:
                    self.push_frame(at + 1)
                    self.base, tail = at + 1, True
                function = stack[at + 1]
                self.capture()
                self.stack = stack = [None, function, Continuation(self.below)]
                n = 1
                self.step()
                continue
            arguments = stack[at + 1:]
            values = arguments if callee is VALUES else [callee.work(*([self] if callee.control else []), *arguments)]
            if not tail:
                del stack[at:]
            return self.give_back(values) if tail else self.deliver(values)

    def enter(self, callee, at, n, tail):
        function, stack = callee.function, self.stack
        if not takes(function, n):
            arity(n)
        if tail:
            stack[self.base - 1:] = stack[at:]
        else:
            self.push_frame(at + 1)
            self.base = at + 1
        if function.rest:
            first = self.base + function.required
            stack[first:] = [make_list(stack[first:])]
        if function.locals:
            stack += [None] * function.locals
        self.go(callee, 0)

    def push_frame(self, base):
        self.frames.append((base - self.base, self.pc, self.closure))

    def give_back(self, values):
        """Returns to the return point of the running procedure (MACH-5, MACH-19)."""
        if self.frames:
            del self.stack[self.base - 1:]
            delta, pc, closure = self.frames.pop()
            self.base -= delta
        elif self.below:
            node = self.below
            self.stack, pc, closure, self.below, self.base = list(node.slots), node.pc, node.closure, node.below, 1
        else:
            raise Done(values)
        self.go(closure, pc)
        self.deliver(values)

    def deliver(self, values):
        """Values arrive at the instruction that comes next (MACH-16, MACH-17)."""
        if len(values) == 1:
            self.stack += values
            return
        work, operands = self.code[self.pc]
        self.pc += 1
        if work is receive:
            self.stack += received(values, *operands)
        elif work is not pop:
            raise LispError("arity", "%d values where one is expected" % len(values))

    def capture(self):
        """Moves the frames, and the slots beneath the running procedure's callee, into nodes; leaves the callee's slot at 0."""
        base, found = self.base, []
        for delta, pc, closure in reversed(self.frames):
            found.append((self.stack[base - delta - 1:base - 1], pc, closure))
            base -= delta
        for slots, pc, closure in reversed(found):
            self.below = Node(slots, pc, closure, self.below)
        self.frames, self.base = [], 1


def takes(function, n):
    return n >= function.required if function.rest else n == function.required


def arity(n):
    raise LispError("arity", "%d arguments" % n)


def received(values, count, rest):
    if len(values) != count and not (rest and len(values) > count):
        raise LispError("arity", "%d values" % len(values))
    return values[:count] + ([make_list(values[count:])] if rest else [])


def list_items(x):
    items, slow = [], x
    while type(x) is Pair:
        items.append(x.car)
        x = x.cdr
        slow = slow.cdr if len(items) % 2 == 0 else slow
        if x is slow and x is not NIL:
            break
    return items if x is NIL else wrong("list", x)


# ---- The instructions, by name: what each does, and the kinds of its operands --------------------------------------------

INSTRUCTIONS = {}


def instruction(name, *kinds):
    return lambda work: INSTRUCTIONS.setdefault(name, (work, kinds))[0]


def bound(world, name):
    if name not in world:
        raise LispError("unbound", name)
    return world


instruction("CONST", "constant")(lambda m, value: m.stack.append(value))
instruction("LOCAL", "slot")(lambda m, i: m.stack.append(m.stack[m.base + i]))
instruction("CAPTURED", "capture")(lambda m, i: m.stack.append(m.closure.captured[i]))
instruction("EMPTY_BOX")(lambda m: m.stack.append(Box()))
instruction("BOX")(lambda m: m.stack.append(Box(m.stack.pop())))
instruction("GLOBAL", "global")(lambda m, name: m.stack.append(bound(m.world, name)[name]))
instruction("STANDARD", "global")(lambda m, name: m.stack.append(bound(LIBRARY, name)[name]))
instruction("RETURN")(lambda m: m.give_back([m.stack.pop()]))
pop = instruction("POP")(lambda m: m.stack.pop())
receive = instruction("RECEIVE", "count", "rest")(lambda m, n, rest: m.stack.extend(received([m.stack.pop()], n, rest)))


@instruction("TAKE_LOCAL", "slot")
def take_local(m, i):
    m.stack.append(m.stack[m.base + i])
    m.stack[m.base + i] = None


@instruction("SET_LOCAL", "slot")
def set_local(m, i):
    m.stack[m.base + i] = m.stack.pop()


@instruction("CLEAR_LOCAL", "slot")
def clear_local(m, i):
    m.stack[m.base + i] = None


@instruction("UNBOX")
def unbox(m):
    m.stack[-1] = m.stack[-1].content
    if m.stack[-1] is None:
        raise LispError("uninitialized", "an empty box")


@instruction("SET_BOX")
def set_box(m):
    value = m.stack.pop()
    m.stack.pop().content = value


@instruction("SET_GLOBAL", "global")
def set_global(m, name):
    bound(m.world, name)[name] = m.stack.pop()


@instruction("DEFINE_GLOBAL", "global")
def define_global(m, name):
    m.world[name] = m.stack.pop()


@instruction("CLOSURE", "code")
def closure(m, function):
    at = len(m.stack) - len(function.captures)
    m.stack[at:] = [Closure(function, m.stack[at:])]


@instruction("PATCH", "capture")
def patch(m, i):
    value = m.stack.pop()
    m.stack.pop().captured[i] = value


@instruction("CASE_CLOSURE", "count")
def case_closure(m, n):
    at = len(m.stack) - n
    m.stack[at:] = [Cases(m.stack[at:])]


@instruction("JUMP", "target")
def jump(m, target):
    m.pc = target


@instruction("JUMP_IF_FALSE", "target")
def jump_if_false(m, target):
    if m.stack.pop() is False:
        m.pc = target


@instruction("JUMP_IF_TRUE_KEEP", "target")
def jump_if_true_keep(m, target):
    if m.stack[-1] is False:
        m.stack.pop()
    else:
        m.pc = target


@instruction("LOOP", "target", "slot", "count")
def loop(m, head, i, n):
    m.step()
    at = len(m.stack) - n
    m.stack[m.base + i:m.base + i + n] = m.stack[at:]
    del m.stack[at:]
    m.pc = head


@instruction("CALL", "count")
def call(m, n):
    m.step()
    m.call(n, False)


@instruction("TAIL_CALL", "count")
def tail_call(m, n):
    m.step()
    m.call(n, True)


# ---- The library of CODE-3, and the integrated instructions --------------------------------------------------------------

LIBRARY, INTEGRATED = {}, {}


def wrong(kind, x):
    raise LispError("type", "no %s: %s" % (kind, written(x)))


def primitive(name, least, most, work, control=False):
    LIBRARY[Symbol(name)] = made = Primitive(name, least, most, work, control)
    return made


def integrated(mnemonic, name, n, work, least=None, most=None):
    """The work of a procedure as an instruction, as long as the variable holds that procedure (CODE-12)."""
    own, key = primitive(name, n if least is None else least, most or n, work), Symbol(name)

    def run(m):
        at = len(m.stack) - n
        if m.world[key] is own:
            m.stack[at:] = [work(*m.stack[at:])]
        else:
            m.step()
            m.stack.insert(at, m.world[key])
            m.call(n, m.code[m.pc] == INSTRUCTIONS["RETURN"])
    INSTRUCTIONS[mnemonic], INTEGRATED[mnemonic] = (run, ()), n


def numeric(fold):
    def work(*xs):
        for x in xs:
            if type(x) not in NUMBERS:
                wrong("number", x)
        return fold(*xs)
    return work


def chain(holds):
    return numeric(lambda *xs: all(map(holds, xs, xs[1:])))


def dividing(divide):
    def work(n, d):
        for x in (n, d):
            if type(x) is not int:
                wrong("integer", x)
        if d == 0:
            raise LispError("divide-by-zero", "division by zero")
        return divide(n, d)
    return work


def truncated(n, d):
    return abs(n) // abs(d) * (1 if (n < 0) == (d < 0) else -1)


def pair(x):
    return x if type(x) is Pair else wrong("pair", x)


def same(x, y):
    return x is y or type(x) is type(y) and (type(x) in NUMBERS and x == y or type(x) is Char and x.text == y.text)


def change(field):
    def work(p, x):
        setattr(pair(p), field, x)
        return UNSPECIFIED
    return work


def index(vector, k):
    if type(vector) is not Vector or type(k) is not int:
        wrong("vector and index", make_list([vector, k]))
    if not 0 <= k < len(vector.items):
        raise LispError("range", str(k))
    return vector.items


def vector_set(vector, k, x):
    index(vector, k)[k] = x
    return UNSPECIFIED


def display(m, x, *port):
    if port:
        wrong("port", port[0])
    m.write(written(x, False))
    return UNSPECIFIED


MANY = math.inf
integrated("CONS", "cons", 2, Pair)
integrated("CAR", "car", 1, lambda p: pair(p).car)
integrated("CDR", "cdr", 1, lambda p: pair(p).cdr)
integrated("IS_PAIR", "pair?", 1, lambda x: type(x) is Pair)
integrated("IS_NULL", "null?", 1, lambda x: x is NIL)
integrated("NOT", "not", 1, lambda x: x is False)
integrated("EQ", "eq?", 2, same)
integrated("SET_CAR", "set-car!", 2, change("car"))
integrated("SET_CDR", "set-cdr!", 2, change("cdr"))
integrated("ADD", "+", 2, numeric(lambda *xs: sum(xs)), 0, MANY)
integrated("SUB", "-", 2, numeric(lambda x, *xs: x - sum(xs) if xs else -x), 1, MANY)
integrated("MUL", "*", 2, numeric(lambda *xs: math.prod(xs)), 0, MANY)
integrated("NUM_EQ", "=", 2, chain(operator.eq), 1, MANY)
integrated("LESS", "<", 2, chain(operator.lt), 1, MANY)
integrated("GREATER", ">", 2, chain(operator.gt), 1, MANY)
integrated("LESS_EQUAL", "<=", 2, chain(operator.le), 1, MANY)
integrated("GREATER_EQUAL", ">=", 2, chain(operator.ge), 1, MANY)
integrated("QUOTIENT", "quotient", 2, dividing(truncated))
integrated("REMAINDER", "remainder", 2, dividing(lambda n, d: n - d * truncated(n, d)))
integrated("MODULO", "modulo", 2, dividing(lambda n, d: n % d))
integrated("VECTOR_REF", "vector-ref", 2, lambda v, k: index(v, k)[k])
integrated("VECTOR_SET", "vector-set!", 3, vector_set)
primitive("list", 0, MANY, lambda *xs: make_list(xs))
primitive("vector", 0, MANY, lambda *xs: Vector(list(xs)))
primitive("display", 1, 2, display, True)
VALUES = primitive("values", 0, MANY, None)
APPLY = primitive("apply", 2, MANY, None)
CALL_CC = primitive("call-with-current-continuation", 1, 1, None)


# ---- The protocol --------------------------------------------------------------------------------------------------------

HELLO = {"type": "hello", "protocol": "1.0", "name": "bytecode", "version": "1", "isolation": "world", "trace": "none",
         "features": ["bytecode", "bytecode-verifier"], "counters": ["steps", "frames", "stack"],
         "capabilities": {"int-model": "bignum", "checked": "yes"}}


def run(request):
    result, machine = {"type": "result", "id": request["id"]}, None
    if "assembly" not in request:
        return result | {"status": "unsupported", "reason": "This machine runs assembly only."}
    try:
        main, has_value = assemble(request["assembly"])
        machine = Machine(main, request.get("limits", {}))
        values = machine.run()
        result |= {"status": "completed"} | ({"values": [written(v) for v in values]} if has_value else {})
    except LispError as error:
        result |= {"status": "error", "class": error.kind, "phase": error.phase, "message": str(error)}
    except (Exhausted, MemoryError) as limit:
        result |= {"status": "exhausted", "limit": str(limit) or "memory"}
    if not machine:
        return result | {"output": ""}
    counters = {"steps": machine.steps, "frames": machine.most_frames, "stack": machine.most_slots}
    return result | {"output": "".join(machine.output), "counters": counters}


def answer(message):
    print(json.dumps(message), flush=True)


def main(files):
    sys.set_int_max_str_digits(0)
    gc.set_threshold(1_000_000)
    for name in files:
        with open(name, encoding="utf-8") as file:
            answer(run({"id": name, "assembly": file.read()}))
    for line in [] if files else sys.stdin.buffer:
        request = json.loads(line)
        if request["type"] == "hello" and request["protocol"].split(".")[0] != "1":
            answer({"type": "hello", "protocol": "1.0", "refused": "This machine speaks version 1 of the protocol."})
            return
        if request["type"] == "hello":
            answer(HELLO)
        elif request["type"] == "run":
            answer(run(request))
        elif request["type"] == "bye":
            return
        elif "id" in request:
            answer({"type": "result", "id": request["id"], "status": "unsupported", "reason": "No message " + request["type"]})


if __name__ == "__main__":
    main(sys.argv[1:])
