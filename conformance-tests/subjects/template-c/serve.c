/* A subject in C to begin from: the protocol of spec/chapters/11-protocol.md, lines of S-expressions, the standard library alone.
 *
 * build:                  cc -O1 -o serve serve.c        (run.sh does it where there is none yet)
 * run:                    ./touchstone run --subject template-c
 * What your VM replaces:  `run_program`, and what HELLO claims. The reader serves both: messages are S-expressions too.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* isolation "world": a run leaves nothing to the next one, in this process; if your VM cannot promise that, say "none".
 * features: what your VM has (spec/features.yaml lists them), whole rungs in a field `rungs`.
 * capabilities: where several answers are right, yours. checked: the errors that R7RS leaves open are signalled. */
static const char HELLO[] =
    "(hello (protocol \"1.0\") (name template-c) (version \"1\") (isolation world) (trace none)"
    " (features booleans if integers integer-division integer-library begin display)"
    " (capabilities (int-model \"checked(64)\") (checked yes) (under-apply error) (over-apply error) (empty-list distinct)))";

/* ---- Errors of the program: a portable class (spec/chapters/08-errors.md), "read" or no phase, a message ---- */

static struct { jmp_buf back; const char *class, *phase; char message[200]; } error;

static _Noreturn void fail(const char *class, const char *phase, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error.message, sizeof error.message, format, arguments);
  va_end(arguments);
  error.class = class;
  error.phase = phase;
  longjmp(error.back, 1);
}

/* ---- Text that grows. Memory of a run is given back by nobody here: a template is short ---- */

typedef struct { char *text; size_t length, room; } Text;

static void add(Text *t, const char *text, size_t length) {
  if (t->length + length + 1 > t->room) t->text = realloc(t->text, t->room = 2 * (t->room + length + 1));
  memcpy(t->text + t->length, text, length);
  t->text[t->length += length] = 0;
}

/* ---- The reader ---- */

typedef struct Datum Datum;
struct Datum { enum { NOTHING, BOOLEAN, INTEGER, SYMBOL, STRING, LIST, PRIMITIVE } kind; long long number; char *text; Datum *first, *next; };

static Datum *datum(int kind, long long number) {
  Datum *d = calloc(1, sizeof *d);
  d->kind = kind;
  d->number = number;
  return d;
}

static Datum *read_string(const char **at) {
  Text text = {0};
  add(&text, "", 0);
  for (++*at; **at != '"'; ++*at) {
    char c = **at;
    if (!c) fail("syntax", "read", "the text ends within a string");
    if (c == '\\') {
      c = *++*at;
      if (c == 'x') c = (char)strtol(*at + 1, (char **)at, 16); /* \x9; only control characters come so */
      else c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    add(&text, &c, 1);
  }
  ++*at;
  Datum *d = datum(STRING, 0);
  d->text = text.text;
  return d;
}

static Datum *read_atom(const char **at) {
  size_t length = strcspn(*at, " \t\r\n()\";");
  char *token = strndup(*at, length), *digits = token, *end;
  int radix = 10;
  *at += length;
  if (!strcmp(token, "#t") || !strcmp(token, "#true")) return datum(BOOLEAN, 1);
  if (!strcmp(token, "#f") || !strcmp(token, "#false")) return datum(BOOLEAN, 0);
  if (token[0] == '#' && length > 2 && strchr("xobd", tolower(token[1]))) {
    radix = tolower(token[1]) == 'x' ? 16 : tolower(token[1]) == 'o' ? 8 : tolower(token[1]) == 'b' ? 2 : 10;
    digits += 2;
  }
  Datum *d = datum(INTEGER, strtoll(digits, &end, radix));
  if (end != digits && !*end) return d; /* a numeral beyond 64 bits becomes the nearest: no case with checked(64) has one */
  if (radix != 10 || token[strcspn(token, "#'`,|\\")] || !strcmp(token, ".")) fail("syntax", "read", "not known to this reader: %s", token);
  d->kind = SYMBOL;
  d->text = token;
  return d;
}

/* The next datum; NULL at the end of the text and at a closing parenthesis. */
static Datum *read_datum(const char **at) {
  for (;; ++*at) {
    if (**at == ';') *at += strcspn(*at, "\n");
    if (!**at || !isspace((unsigned char)**at)) break;
  }
  if (!**at || **at == ')') return NULL;
  if (**at == '"') return read_string(at);
  if (**at != '(') return read_atom(at);
  Datum *list = datum(LIST, 0), **last = &list->first;
  for (++*at; (*last = read_datum(at)); last = &(*last)->next) list->number++;
  if (*(*at)++ != ')') fail("syntax", "read", "the text ends within a list");
  return list;
}

/* ---- Your VM goes here, in place of everything up to the next line of this kind ---- */

static const char *const NAMES[] = {
    "+", "*", "-", "=", "<", ">", "<=", ">=", "quotient", "remainder", "modulo", "floor-quotient", "truncate-quotient",
    "truncate-remainder", "floor-remainder", "abs", "square", "min", "max", "gcd", "lcm", "expt", "zero?", "positive?", "negative?",
    "even?", "odd?", "number?", "integer?", "exact-integer?", "boolean?", "not", "display", "newline", NULL};

/* How many operands each takes; '*' is any number. */
static const char *const ARITY[] = {
    "0*", "0*", "1*", "1*", "1*", "1*", "1*", "1*", "22", "22", "22", "22", "22", "22", "22", "11", "11", "1*", "1*", "0*", "0*", "22",
    "11", "11", "11", "11", "11", "11", "11", "11", "11", "11", "11", "00"};

static const char *written(const Datum *d, char *room) {
  if (d->kind == INTEGER) sprintf(room, "%lld", d->number);
  else strcpy(room, d->kind == BOOLEAN ? (d->number ? "#t" : "#f") : d->kind == PRIMITIVE ? "#<procedure>" : "#<unspecified>");
  return room;
}

/* An operation of GCC and Clang that tells whether the result fits: plus, minus, times. */
#define CHECKED(name, builtin) \
  static long long name(long long a, long long b) { \
    long long result; \
    if (builtin(a, b, &result)) fail("overflow", NULL, "the result needs more than 64 bits"); \
    return result; \
  }
CHECKED(plus, __builtin_add_overflow)
CHECKED(minus, __builtin_sub_overflow)
CHECKED(times, __builtin_mul_overflow)
static long long quotient(long long n, long long d) {
  if (!d) fail("divide-by-zero", NULL, "division by zero");
  return d == -1 ? minus(0, n) : n / d;
}
static long long remainder_of(long long n, long long d) { return d == -1 ? 0 : (quotient(n, d), n % d); }
static long long modulo(long long n, long long d) { long long r = remainder_of(n, d); return r && (r < 0) != (d < 0) ? r + d : r; }
static long long magnitude(long long n) { return n < 0 ? minus(0, n) : n; }
static long long gcd(long long a, long long b) { return b ? gcd(b, remainder_of(a, b)) : magnitude(a); }
static long long power(long long x, long long n) {
  long long r = 1;
  if (n < 0) fail("range", NULL, "a power below zero is no integer");
  if (x == 0 || x == 1) return n ? x : 1;
  if (x == -1) return n % 2 ? -1 : 1;
  while (n--) r = times(r, x);
  return r;
}

/* The value of an operation on integers, of the first two or, folded from left to right, of all. */
static long long combine(const char *op, long long a, long long b) {
  switch (op[0]) {
    case '+': return plus(a, b);
    case '*': return times(a, b);
    case '-': return minus(a, b);
    case 'q': return quotient(a, b);
    case 'r': return remainder_of(a, b);
    case 'g': return gcd(a, b);
    case 'l': return a && b ? magnitude(times(quotient(a, gcd(a, b)), b)) : 0;
    case 'e': return power(a, b);
    case 't': return strchr(op, 'q') ? quotient(a, b) : remainder_of(a, b);
    case 'f': return strstr(op, "quot") ? quotient(minus(a, modulo(a, b)), b) : modulo(a, b);
    default: return !strcmp(op, "modulo") ? modulo(a, b) : (a < b) == !strcmp(op, "min") ? a : b;
  }
}

static int in_order(const char *op, long long a, long long b) {
  return a == b ? strchr(op, '=') != NULL : op[0] == (a < b ? '<' : '>');
}

static Datum *call(const char *op, Datum *operands, Text *output) {
  static char room[40];
  Datum *first = operands;
  if (!strcmp(op, "newline")) return add(output, "\n", 1), datum(NOTHING, 0);
  if (!strcmp(op, "display")) return add(output, written(first, room), strlen(written(first, room))), datum(NOTHING, 0);
  if (!strcmp(op, "not")) return datum(BOOLEAN, first->kind == BOOLEAN && !first->number);
  if (!strcmp(op, "boolean?")) return datum(BOOLEAN, first->kind == BOOLEAN);
  if (!strcmp(op, "number?") || strstr(op, "integer?")) return datum(BOOLEAN, first->kind == INTEGER);
  for (Datum *d = operands; d; d = d->next)
    if (d->kind != INTEGER) fail("type", NULL, "%s wants integers", op);
  if (strchr("=<>", op[0])) {
    int holds = 1;
    for (Datum *d = operands; d->next; d = d->next) holds &= in_order(op, d->number, d->next->number);
    return datum(BOOLEAN, holds);
  }
  long long n = first ? first->number : 0;
  if (!strcmp(op, "abs")) return datum(INTEGER, magnitude(n));
  if (!strcmp(op, "square")) return datum(INTEGER, times(n, n));
  if (op[strlen(op) - 1] == '?')
    return datum(BOOLEAN, op[0] == 'z' ? n == 0 : op[0] == 'p' ? n > 0 : op[0] == 'n' ? n < 0 : (n % 2 == 0) == (op[0] == 'e'));
  if (!first) return datum(INTEGER, op[0] == '*' || op[0] == 'l'); /* (*) and (lcm) are 1, (+) and (gcd) are 0 */
  if (!first->next && op[0] == '-') return datum(INTEGER, minus(0, n));
  if (!first->next && (op[0] == 'g' || op[0] == 'l')) return datum(INTEGER, magnitude(n));
  for (Datum *d = first->next; d; d = d->next) n = combine(op, n, d->number);
  return datum(INTEGER, n);
}

static Datum *evaluate(Datum *form, Text *output) {
  if (form->kind == SYMBOL) {
    for (int i = 0; NAMES[i]; i++)
      if (!strcmp(NAMES[i], form->text)) return datum(PRIMITIVE, i);
    fail("unbound", NULL, "%s", form->text);
  }
  if (form->kind != LIST) return datum(form->kind, form->number);
  const char *head = form->first && form->first->kind == SYMBOL ? form->first->text : "";
  if (!form->first || (!strcmp(head, "if") && form->number != 3 && form->number != 4) || (!strcmp(head, "begin") && form->number < 2))
    fail("syntax", NULL, "no form of %s", head);
  if (!strcmp(head, "if")) {
    Datum *test = evaluate(form->first->next, output), *yes = form->first->next->next;
    if (test->kind != BOOLEAN || test->number) return evaluate(yes, output);
    return yes->next ? evaluate(yes->next, output) : datum(NOTHING, 0);
  }
  int sequence = !strcmp(head, "begin");
  Datum *values = NULL, **last = &values, *value = NULL;
  for (Datum *d = sequence ? form->first->next : form->first; d; d = d->next, last = &value->next) *last = value = evaluate(d, output);
  if (sequence) return value;
  if (values->kind != PRIMITIVE) fail("not-procedure", NULL, "the operator is no procedure");
  const char *arity = ARITY[values->number];
  if (form->number - 1 < arity[0] - '0' || (arity[1] != '*' && form->number - 1 > arity[1] - '0')) fail("arity", NULL, "%lld operands", form->number - 1);
  return call(NAMES[values->number], values->next, output);
}

/* Runs a program; what it writes goes to `output`. Returns the value of its last form. `fail` ends it. */
static Datum *run_program(const char *text, Text *output) {
  Datum *program = datum(LIST, 0), **last = &program->first, *value = datum(NOTHING, 0);
  for (; (*last = read_datum(&text)); last = &(*last)->next) continue; /* to the end: an error of reading comes first */
  if (*text) fail("syntax", "read", "a closing parenthesis without its opening one");
  for (Datum *form = program->first; form; form = form->next) value = evaluate(form, output);
  return value;
}

/* ---- The protocol ---- */

static const char *field(const Datum *message, const char *name) {
  for (const Datum *f = message->first->next; f; f = f->next)
    if (f->kind == LIST && f->first && f->first->text && !strcmp(f->first->text, name) && f->first->next) return f->first->next->text;
  return NULL;
}

static void quote(const char *text) {
  putchar('"');
  for (; *text; text++) {
    if (*text == '"' || *text == '\\') printf("\\%c", *text);
    else if (*text == '\n') printf("\\n");
    else if ((unsigned char)*text < 32 || *text == 127) printf("\\x%x;", *text);
    else putchar(*text);
  }
  putchar('"');
}

static void run(const Datum *message) {
  static Text output;
  char room[40];
  output = (Text){0};
  add(&output, "", 0);
  printf("(result (id ");
  quote(field(message, "id"));
  if (!field(message, "program")) {
    printf(") (status unsupported) (reason \"This subject runs programs only.\"))\n");
    return;
  }
  if (!setjmp(error.back)) {
    const Datum *value = run_program(field(message, "program"), &output);
    printf(") (status completed) (values \"%s\")", written(value, room));
  } else {
    printf(") (status error) (class %s)", error.class);
    if (error.phase) printf(" (phase %s)", error.phase);
    printf(" (message ");
    quote(error.message);
    printf(")");
  }
  printf(" (output ");
  quote(output.text);
  printf("))\n");
}

int main(void) {
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0) {
    const char *at = line;
    if (setjmp(error.back)) return 1; /* a line that is no message: the runner never sends one */
    Datum *message = read_datum(&at);
    const char *type = message && message->first && message->first->text ? message->first->text : "";
    if (!strcmp(type, "hello")) {
      if (strncmp(field(message, "protocol"), "1.", 2)) {
        puts("(hello (protocol \"1.0\") (refused \"This subject speaks version 1 of the protocol.\"))");
        return 0;
      }
      puts(HELLO);
    } else if (!strcmp(type, "run")) {
      run(message);
    } else if (!strcmp(type, "bye")) {
      return 0;
    } else if (message && field(message, "id")) {
      printf("(result (id ");
      quote(field(message, "id"));
      puts(") (status unsupported) (reason \"No such message.\"))");
    }
    fflush(stdout);
  }
  return 0;
}
