"""The data of bytecode.py: how they are read from a line of assembly, and how `write` and `display` write them."""
import math, re
from fractions import Fraction


class LispError(Exception):
    def __init__(self, kind, message, phase="run"):
        super().__init__(message)
        self.kind, self.phase = kind, phase


# ---- Values: integers, floats, fractions and booleans are Python's -------------------------------------------------------

class Symbol(str):
    names = {}

    def __new__(cls, name):
        return cls.names.get(name) or cls.names.setdefault(name, super().__new__(cls, name))


class Datum:
    __slots__ = ("text",)
    def __init__(self, text): self.text = text


class String(Datum): __slots__ = ()
class Char(Datum): __slots__ = ()
class Special(Datum): __slots__ = ()
class Bytevector(Datum): __slots__ = ()
class Label: datum = None


class Pair:
    __slots__ = ("car", "cdr")
    def __init__(self, car, cdr): self.car, self.cdr = car, cdr


class Vector:
    __slots__ = ("items",)
    def __init__(self, items): self.items = items


NIL, UNSPECIFIED = Special("()"), Special("#<unspecified>")
NUMBERS = (int, float, Fraction)  # type(x) in NUMBERS: a boolean is none
CHARS = {"alarm": "\a", "backspace": "\b", "delete": "\x7f", "escape": "\x1b", "newline": "\n", "null": "\0", "return": "\r",
         "space": " ", "tab": "\t"}
ESCAPES = {"a": "\a", "b": "\b", "t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\", "|": "|"}
QUOTES = {"'": "quote", "`": "quasiquote", ",": "unquote", ",@": "unquote-splicing"}
NAME = re.compile(r"(?![0-9]|[+-]?\.?[0-9]|\.$|[+-](?:i|inf\.0|nan\.0)$)[^\s()\";'`,|#][^\s()\";'`,|]*")


def make_list(items, end=NIL):
    for item in reversed(items):
        end = Pair(item, end)
    return end


def written(value, quoted=True):
    """As `write` writes it, or `display`: labels mark where a cycle begins. No recursion, whatever the depth."""
    labels, path, seen, todo = {}, set(), set(), [(value, False)]
    while todo:
        x, leave = todo.pop()
        if leave:
            path.discard(id(x))
        elif id(x) in path:
            labels[id(x)] = None
        elif type(x) in (Pair, Vector) and id(x) not in seen:
            seen.add(id(x)), path.add(id(x))
            todo.append((x, True))
            todo += [(part, False) for part in (x.items if type(x) is Vector else (x.cdr, x.car))]
    parts, todo, count = [], [("datum", value)], 0
    while todo:
        what, x = todo.pop()
        labelled = id(x) in labels
        if what == "text":
            parts.append(x)
        elif what == "rest" and (type(x) is not Pair or labelled):
            todo += [("text", ")")] + ([("datum", x), ("text", " . ")] if x is not NIL else [])
        elif what == "rest":
            todo += [("rest", x.cdr), ("datum", x.car), ("text", " ")]
        elif labelled and labels[id(x)] is not None:
            parts.append("#%d#" % labels[id(x)])
        elif type(x) in (Pair, Vector):
            if labelled:
                labels[id(x)], count = count, count + 1
                parts.append("#%d=" % labels[id(x)])
            if type(x) is Pair:
                todo += [("rest", x.cdr), ("datum", x.car), ("text", "(")]
            else:
                todo.append(("text", ")"))
                for item in reversed(x.items):
                    todo += [("datum", item), ("text", " ")]
                todo[-1:] = [("text", "#(")] if x.items else [("text", "#()")]
        else:
            parts.append(atom_text(x, quoted))
    return "".join(parts)


def atom_text(x, quoted):
    if type(x) is bool:
        return "#t" if x else "#f"
    if type(x) is float and not math.isfinite(x):
        return "+nan.0" if x != x else "+inf.0" if x > 0 else "-inf.0"
    if type(x) in NUMBERS:
        return str(x)
    if type(x) in (Special, Bytevector) or type(x) in (String, Char) and not quoted:
        return x.text
    if type(x) is String:
        return '"' + escaped(x.text, '"') + '"'
    if type(x) is Char:
        names = [n for n, c in CHARS.items() if c == x.text] + ["x%x" % ord(x.text)]
        return "#\\" + (x.text if x.text.isprintable() and x.text != " " else names[0])
    if type(x) is Symbol:
        return x if not quoted or NAME.fullmatch(x) else "|" + escaped(x, "|") + "|"
    return "#<procedure>"


def escaped(text, quote):
    return "".join("\\" + c if c in ("\\", quote) else {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(c) or
                   ("\\x%x;" % ord(c) if not c.isprintable() else c) for c in text)


# ---- Reading a line -------------------------------------------------------------------------------------------------------

TOKEN = re.compile(r"""\s+|;.*|(?P<token>\#\||\#;|\#u8\(|\#?\(|\)|['`]|,@?|"(?:[^"\\]|\\.)*"|\|(?:[^|\\]|\\.)*\||
                       \#\\.[^\s()";|]*|\#\d+[=\#]|[^\s()";'`,|]+)""", re.X)


LABEL = re.compile(r"#\d+=")


def bad(message):
    raise LispError("syntax", message, "read")


def unescape(text):
    def one(m):
        if m[1]:
            return chr(int(m[1], 16)) if int(m[1], 16) < 0x110000 else bad("no character: " + m[0])
        return ESCAPES.get(m[2]) or bad("no escape: " + m[0])
    return re.sub(r"\\(?:[xX]([0-9a-fA-F]+);|(.))", one, text)


def atom(token):
    if token in ("#t", "#true", "#f", "#false"):
        return token[1] == "t"
    if token[0] == '"':
        return String(unescape(token[1:-1]))
    if token[0] == "|":
        return Symbol(unescape(token[1:-1]))
    if token[:2] == "#\\":
        name = token[2:]
        code = int(name[1:], 16) if re.fullmatch(r"x[0-9a-fA-F]+", name) else -1
        char = name if len(name) == 1 else CHARS.get(name) or (chr(code) if 0 <= code < 0x110000 else None)
        return Char(char) if char else bad("no character: " + token)
    radix = {"#x": 16, "#b": 2, "#o": 8, "#d": 10, "#e": 10}.get(token[:2].lower(), 0)
    text = token[2:] if radix else token
    try:
        if re.fullmatch(r"[+-]?[0-9a-fA-F]+", text):
            return int(text, radix or 10)
        if re.fullmatch(r"[+-]?[0-9]+/[0-9]+", text):
            ratio = Fraction(text)
            return ratio.numerator if ratio.denominator == 1 else ratio
        if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", text, re.I):
            return float(text)
    except (ValueError, ZeroDivisionError):
        pass
    if text in ("+inf.0", "-inf.0", "+nan.0", "-nan.0"):
        return float(text[:4])
    return Symbol(token) if NAME.fullmatch(token) else bad("no datum: " + token)


def bytevector(items):
    for x in items:
        type(x) is int and 0 <= x < 256 or bad("no byte: " + written(x))
    return Bytevector("#u8(" + " ".join(map(str, items)) + ")")


def read_line(line):
    """The data of a line. `open` holds what has begun: lists as [its token, items ...], quotes and #; as [their token]."""
    open, at, labels = [[""]], 0, {}
    while at < len(line):
        match = TOKEN.match(line, at) or bad("no datum: " + line[at:])
        at, token = match.end(), match["token"]
        if not token:
            continue
        if token == "#|":
            depth = 1
            while depth:
                edge = re.compile(r"#\||\|#").search(line, at) or bad("a comment has no end")
                at, depth = edge.end(), depth + (1 if edge[0] == "#|" else -1)
            continue
        if token in ("(", "#(", "#u8(", "#;") or token in QUOTES or LABEL.fullmatch(token):
            open.append([token])
            continue
        if token == "." and open[-1][0] == "(" and len(open[-1]) > 1:
            open.append(["."])
            continue
        if token == ")":
            kind, *items = open.pop()
            end = NIL
            if kind == "." and len(items) == 1:
                end, (kind, *items) = items[0], open.pop()
            datum = make_list(items, end) if kind == "(" else Vector(items) if kind == "#(" else \
                bytevector(items) if kind == "#u8(" else bad("unexpected: )")
        elif token[0] == "#" and token[1:-1].isdigit():
            datum = labels.setdefault(token[1:-1], Label())
        elif token == "#<unspecified>":
            datum = UNSPECIFIED if len(open) == 1 else bad("within a datum: " + token)
        else:
            datum = atom(token)
        while open[-1][0] in QUOTES or LABEL.fullmatch(open[-1][0]):
            token = open.pop()[0]
            if token in QUOTES:
                datum = make_list([Symbol(QUOTES[token]), datum])
            else:
                labels.setdefault(token[1:-1], Label()).datum = datum
        open[-1].append(datum) if open[-1][0] != "#;" else open.pop()
    return resolved(open[0][1:], labels) if len(open) == 1 else bad("the line ends within a datum")


def resolved(data, labels):
    """The data, with what the labels stand for in the place of the labels."""
    todo, seen = list(data) if labels else [], set()
    while todo:
        x = todo.pop()
        if type(x) in (Pair, Vector) and id(x) not in seen:
            seen.add(id(x))
            if type(x) is Pair:
                x.car, x.cdr = meant(x.car), meant(x.cdr)
            else:
                x.items = [meant(item) for item in x.items]
            todo += [x.car, x.cdr] if type(x) is Pair else x.items
    return [meant(x) for x in data]


def meant(x):
    return x if type(x) is not Label else x.datum if type(x.datum) not in (Label, type(None)) else bad("a label of nothing")
