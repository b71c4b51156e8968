"""The rules of chapter 23 for the machine of bytecode.py: one pass over each function, in the order of its instructions.

Of each slot and temporary it is known what it holds: VALUE, BOX, NOTHING (a slot), NEITHER (a temporary), or a Made, which is a value.
"""
VALUE, BOX, NOTHING, NEITHER = "value", "box", "nothing", "neither"
HIGHEST = 16_777_216
# What instructions take and leave, the top at the right. All others are below, by name.
PICTURES = {"CONST": ("", "v"), "BOX": ("v", "b"), "EMPTY_BOX": ("", "b"), "UNBOX": ("b", "v"), "SET_BOX": ("bv", ""),
            "GLOBAL": ("", "v"), "STANDARD": ("", "v"), "SET_GLOBAL": ("v", ""), "DEFINE_GLOBAL": ("v", ""), "POP": ("v", ""),
            "JUMP": ("", ""), "JUMP_IF_FALSE": ("v", ""), "RETURN": ("v", "")}
KINDS = {"v": VALUE, "b": BOX}


class Made:
    """A closure of that function that nobody can have called (VER-19)."""
    def __init__(self, function): self.function = function
    def __eq__(self, other): return type(other) is Made and other.function is self.function


class Rejected(Exception): pass


def demand(holds, rule):
    if not holds:
        raise Rejected(rule)


def plain(kind):
    return VALUE if type(kind) is Made else kind


def verify(functions, main, integrated, standard_names):
    """Functions have a name, required, rest, locals, captures, stack (or None), and text: pairs of a mnemonic and operands, of which a
    target is the number of an instruction. `integrated` says how many operands each integrated instruction takes."""
    demand(main.required == 0 and not main.rest and not main.captures, "VER-4: main takes and captures nothing")
    for function in functions:
        try:
            Pass(function, integrated, standard_names).run()
        except Rejected as rejected:
            raise Rejected("%s: %s" % (function.name, rejected)) from None


class Pass:
    def __init__(self, function, integrated, standard_names):
        self.f, self.integrated, self.standard_names = function, integrated, standard_names
        arguments = function.required + bool(function.rest)
        self.size = arguments + function.locals
        self.limit = HIGHEST if function.stack is None else function.stack
        demand(self.size <= self.limit <= HIGHEST, "VER-3: slots, stack")
        demand(function.text, "VER-3: no instruction")
        self.slots = [VALUE] * arguments + [NOTHING] * function.locals
        self.temporaries, self.known, self.at = [], {}, 0
        self.heads = {x[0] for i, (name, x) in enumerate(function.text) if name == "LOOP" and x[0] <= i}

    def run(self):
        reachable = True
        for self.at, (name, operands) in enumerate(self.f.text):
            self.by_itself(name, operands)
            if self.at in self.known:
                if reachable:
                    self.meet(self.at)
                self.slots, self.temporaries = self.known[self.at]
                reachable = True
            if not reachable:
                continue
            if self.at in self.heads:
                self.forget_made()
                self.known[self.at] = (list(self.slots), list(self.temporaries))
            self.room(name in self.integrated)
            reachable = self.step(name, *operands)
            self.room(0)
        demand(not reachable, "VER-11: control runs off the end")

    def by_itself(self, name, operands):
        """VER-7 to VER-10, which hold of instructions that control does not come to, too."""
        f = self.f
        if name.endswith("_LOCAL") or name == "LOCAL":
            demand(operands[0] < self.size, "VER-7: no slot")
        elif name == "CAPTURED":
            demand(operands[0] < len(f.captures), "VER-7: no captured value")
        elif name == "STANDARD":
            demand(operands[0] in self.standard_names, "VER-8: no standard procedure")
        elif name == "LOOP" or name.startswith("JUMP"):
            demand(operands[0] < len(f.text), "VER-9: no instruction")
            demand(name != "LOOP" or operands[1] + operands[2] <= self.size, "VER-7: no slots")
            demand(name == "LOOP" or operands[0] > self.at, "VER-10: a jump back")

    def room(self, more):
        demand(self.size + len(self.temporaries) + more <= self.limit, "VER-13: stack")

    def take(self, kinds):
        """Takes temporaries off that are of these kinds, the last on top."""
        count = len(kinds)
        demand(count <= len(self.temporaries), "VER-12: too few temporaries")
        taken = self.temporaries[len(self.temporaries) - count:]
        del self.temporaries[len(self.temporaries) - count:]
        demand([plain(k) for k in taken] == list(kinds), "VER-16 to VER-18: a box for a value, or a value for a box")
        return taken

    def top(self):
        demand(self.temporaries, "VER-12: too few temporaries")
        demand(self.temporaries[-1] != NEITHER, "VER-2: neither value nor box")
        return self.temporaries.pop()

    def forget_made(self):
        self.slots[:] = map(plain, self.slots)
        self.temporaries[:] = map(plain, self.temporaries)

    def meet(self, target):
        """A way leads from here to that instruction."""
        if target not in self.known:
            self.known[target] = (list(self.slots), list(self.temporaries))
            return
        slots, temporaries = self.known[target]
        demand(len(temporaries) == len(self.temporaries), "VER-14: the heights differ")
        for there, here, otherwise in ((slots, self.slots, NOTHING), (temporaries, self.temporaries, NEITHER)):
            for i, kind in enumerate(here):
                if there[i] != kind:
                    there[i] = VALUE if plain(there[i]) == plain(kind) == VALUE else otherwise

    def step(self, name, *operands):
        """Does to what is known what the instruction does; whether the next one follows."""
        push = self.temporaries.append
        if name in self.integrated:
            self.take([VALUE] * self.integrated[name])
            self.forget_made()
            push(VALUE)
        elif name in PICTURES:
            before, after = PICTURES[name]
            self.take([KINDS[k] for k in before])
            self.temporaries += [KINDS[k] for k in after]
            if name in ("JUMP", "JUMP_IF_FALSE"):
                self.meet(operands[0])
            return name not in ("JUMP", "RETURN")
        elif name in ("LOCAL", "TAKE_LOCAL"):
            kind = self.slots[operands[0]]
            demand(kind != NOTHING, "VER-15: a slot that holds nothing")
            push(kind)
            self.slots[operands[0]] = kind if name == "LOCAL" else NOTHING
        elif name in ("SET_LOCAL", "CLEAR_LOCAL"):
            self.slots[operands[0]] = self.top() if name == "SET_LOCAL" else NOTHING
        elif name == "CAPTURED":
            push(self.f.captures[operands[0]])
        elif name == "CLOSURE":
            self.take(operands[0].captures)
            push(Made(operands[0]))
        elif name == "PATCH":
            content, made = self.top(), self.take([VALUE])[0]
            demand(type(made) is Made, "VER-19: not just made")
            demand(operands[0] < len(made.function.captures), "VER-7: no captured value")
            demand(plain(content) == made.function.captures[operands[0]], "VER-18: the wrong kind")
        elif name == "CASE_CLOSURE":
            demand(all(type(k) is Made for k in self.take([VALUE] * operands[0])), "VER-20: not just made")
            push(VALUE)
        elif name == "RECEIVE":
            self.take([VALUE])
            self.temporaries += [VALUE] * sum(operands)
        elif name == "JUMP_IF_TRUE_KEEP":
            tested = self.take([VALUE])
            self.temporaries += tested
            self.meet(operands[0])
            self.temporaries.pop()
        elif name in ("CALL", "TAIL_CALL"):
            self.take([VALUE] * (operands[0] + 1))
            self.forget_made()
            push(VALUE)
            return name == "CALL"
        elif name == "LOOP":
            self.loop(*operands)
            return False
        return True

    def loop(self, head, i, n):
        demand(n <= len(self.temporaries), "VER-12: too few temporaries")
        values = [self.top() for _ in range(n)][::-1]
        self.slots[i:i + n] = values
        self.forget_made()
        if head > self.at:
            return self.meet(head)
        demand(head in self.known, "VER-21: control does not come to the head without the loop")
        slots, temporaries = self.known[head]
        demand(len(temporaries) == len(self.temporaries), "VER-14: the heights differ")
        demand(temporaries == self.temporaries, "VER-21: other temporaries")
        demand(all(k in (NOTHING, self.slots[j]) for j, k in enumerate(slots)), "VER-21: other slots")
