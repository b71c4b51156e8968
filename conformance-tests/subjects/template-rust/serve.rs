//! A subject in Rust to begin from: the protocol of spec/chapters/11-protocol.md, lines of S-expressions, the standard library alone.
//!
//! build:                  rustc --edition 2021 -O -o serve serve.rs        (run.sh does it where there is none yet)
//! run:                    ./touchstone run --subject template-rust
//! What your VM replaces:  `run_program`, and what HELLO claims. The reader serves both: messages are S-expressions too.

use std::io::{self, BufRead, Write};
use std::iter::Peekable;
use std::str::Chars;

/// isolation "world": a run leaves nothing to the next one, in this process; if your VM cannot promise that, say "none".
/// features: what your VM has (spec/features.yaml lists them), whole rungs in a field `rungs`.
/// capabilities: where several answers are right, yours. checked: the errors that R7RS leaves open are signalled.
const HELLO: &str = r#"(hello (protocol "1.0") (name template-rust) (version "1") (isolation world) (trace none) (features booleans if integers integer-division integer-library begin display) (capabilities (int-model "checked(64)") (checked yes) (under-apply error) (over-apply error) (empty-list distinct)))"#;

/// An error of the program: its portable class (spec/chapters/08-errors.md), its phase where it is known, a message.
struct LispError { class: &'static str, phase: Option<&'static str>, message: String }

fn fail<T>(class: &'static str, message: impl ToString) -> Result<T, LispError> {
    Err(LispError { class, phase: None, message: message.to_string() })
}

fn unreadable<T>(message: impl ToString) -> Result<T, LispError> {
    Err(LispError { class: "syntax", phase: Some("read"), message: message.to_string() })
}

// ---- The reader ----

#[derive(Clone, PartialEq)]
enum Datum { Unspecified, Boolean(bool), Integer(i64), Symbol(String), Text(String), List(Vec<Datum>), Primitive(&'static Primitive) }
use Datum::*;

/// All data of a text.
fn read_all(text: &str) -> Result<Vec<Datum>, LispError> {
    let mut chars = text.chars().peekable();
    let data = read_sequence(&mut chars)?;
    if chars.next().is_some() { unreadable("a closing parenthesis without its opening one") } else { Ok(data) }
}

/// Data up to the end of the text or a closing parenthesis, which stays.
fn read_sequence(chars: &mut Peekable<Chars>) -> Result<Vec<Datum>, LispError> {
    let mut data = Vec::new();
    loop {
        match chars.peek() {
            None | Some(')') => return Ok(data),
            Some(';') => while !matches!(chars.next(), None | Some('\n')) {},
            Some(c) if c.is_whitespace() => { chars.next(); }
            Some('"') => { chars.next(); data.push(read_text(chars)?) }
            Some('(') => {
                chars.next();
                data.push(List(read_sequence(chars)?));
                if chars.next().is_none() { return unreadable("the text ends within a list") }
            }
            Some(_) => {
                let mut token = String::new();
                while let Some(c) = chars.next_if(|c| !c.is_whitespace() && !"()\";".contains(*c)) { token.push(c) }
                data.push(read_atom(token)?)
            }
        }
    }
}

fn read_text(chars: &mut Peekable<Chars>) -> Result<Datum, LispError> {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Ok(Text(text)),
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some('x') => {
                    let code: String = chars.by_ref().take_while(|c| *c != ';').collect();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => text.extend(other),
            },
            _ => text.push(c),
        }
    }
    unreadable("the text ends within a string")
}

fn read_atom(token: String) -> Result<Datum, LispError> {
    let radix = match token.get(..2) { Some("#x" | "#X") => 16, Some("#o") => 8, Some("#b") => 2, Some("#d") => 10, _ => 0 };
    let number = i64::from_str_radix(if radix > 0 { &token[2..] } else { &token }, if radix > 0 { radix } else { 10 });
    match (token.as_str(), number) {
        ("#t" | "#true", _) => Ok(Boolean(true)),
        ("#f" | "#false", _) => Ok(Boolean(false)),
        (_, Ok(n)) => Ok(Integer(n)),
        (".", _) => unreadable("a dot"),
        _ if token.contains(['#', '\'', '`', ',', '|', '\\']) => unreadable(format!("not known to this reader: {token}")),
        _ => Ok(Symbol(token)),
    }
}

// ---- Your VM goes here, in place of everything up to the next line of this kind ----

/// Runs a program; what it writes goes to `output`. Returns the written value of its last form.
fn run_program(text: &str, output: &mut String) -> Result<String, LispError> {
    let mut value = Unspecified;
    for form in read_all(text)? { // read to the end before anything runs: an error of reading comes first
        value = evaluate(&form, output)?;
    }
    Ok(written(&value))
}

fn evaluate(form: &Datum, output: &mut String) -> Result<Datum, LispError> {
    let List(items) = form else {
        let Symbol(name) = form else { return Ok(form.clone()) };
        return PRIMITIVES.iter().find(|p| p.name == name).map_or_else(|| fail("unbound", name), |p| Ok(Primitive(p)));
    };
    let head = match items.first() { Some(Symbol(name)) => name.as_str(), _ => "" };
    match (head, &items[..]) {
        ("if", [_, test, yes, no @ ..]) if no.len() < 2 => match (evaluate(test, output)?, no) {
            (Boolean(false), [no]) => evaluate(no, output),
            (Boolean(false), _) => Ok(Unspecified),
            _ => evaluate(yes, output),
        },
        ("begin", [_, _, ..]) => items[1..].iter().try_fold(Unspecified, |_, each| evaluate(each, output)),
        ("if" | "begin", _) | (_, []) => fail("syntax", "no form"),
        (_, [operator, operands @ ..]) => {
            let operator = evaluate(operator, output)?;
            let operands = operands.iter().map(|each| evaluate(each, output)).collect::<Result<Vec<_>, _>>()?;
            let Primitive(primitive) = operator else { return fail("not-procedure", written(&operator)) };
            let Primitive { name, least, most, body } = primitive;
            if operands.len() < *least || operands.len() > *most { return fail("arity", name) }
            body(&operands, output)
        }
    }
}

type Body = fn(&[Datum], &mut String) -> Result<Datum, LispError>;
struct Primitive { name: &'static str, least: usize, most: usize, body: Body }
impl PartialEq for Primitive { fn eq(&self, other: &Self) -> bool { self.name == other.name } }

const fn row(name: &'static str, least: usize, most: usize, body: Body) -> Primitive { Primitive { name, least, most, body } }
const MANY: usize = usize::MAX;

static PRIMITIVES: [Primitive; 34] = [
    row("+", 0, MANY, |xs, _| fold(xs, 0, i64::checked_add)),
    row("*", 0, MANY, |xs, _| fold(xs, 1, i64::checked_mul)),
    row("-", 1, MANY, |xs, _| match integers(xs)?[..] {
        [x] => result(x.checked_neg()),
        [x, ref more @ ..] => result(more.iter().try_fold(x, |a, b| a.checked_sub(*b))),
        [] => unreachable!(),
    }),
    row("=", 1, MANY, |xs, _| chain(xs, |a, b| a == b)), row("<", 1, MANY, |xs, _| chain(xs, |a, b| a < b)),
    row(">", 1, MANY, |xs, _| chain(xs, |a, b| a > b)), row("<=", 1, MANY, |xs, _| chain(xs, |a, b| a <= b)),
    row(">=", 1, MANY, |xs, _| chain(xs, |a, b| a >= b)),
    row("quotient", 2, 2, |xs, _| divide(xs, i64::checked_div)), row("truncate-quotient", 2, 2, |xs, _| divide(xs, i64::checked_div)),
    row("remainder", 2, 2, |xs, _| divide(xs, truncated)), row("truncate-remainder", 2, 2, |xs, _| divide(xs, truncated)),
    row("modulo", 2, 2, |xs, _| divide(xs, floored)), row("floor-remainder", 2, 2, |xs, _| divide(xs, floored)),
    row("floor-quotient", 2, 2, |xs, _| divide(xs, |n, d| n.checked_div(d).map(|q| if floored(n, d) == truncated(n, d) { q } else { q - 1 }))),
    row("abs", 1, 1, |xs, _| integers(xs).and_then(|xs| result(xs[0].checked_abs()))),
    row("square", 1, 1, |xs, _| integers(xs).and_then(|xs| result(xs[0].checked_mul(xs[0])))),
    row("min", 1, MANY, |xs, _| integers(xs).and_then(|xs| result(xs.into_iter().min()))),
    row("max", 1, MANY, |xs, _| integers(xs).and_then(|xs| result(xs.into_iter().max()))),
    row("gcd", 0, MANY, |xs, _| fold(xs, 0, gcd)), row("lcm", 0, MANY, |xs, _| fold(xs, 1, lcm)),
    row("expt", 2, 2, |xs, _| match integers(xs)?[..] {
        [_, n] if n < 0 => fail("range", "a power below zero is no integer"),
        [x, n] if n > 64 && (-1..=1).contains(&x) => result(if x < 0 && n % 2 == 0 { Some(1) } else { Some(x) }),
        [x, n] => result(x.checked_pow(n.min(64) as u32)),
        _ => unreachable!(),
    }),
    row("zero?", 1, 1, |xs, _| test(xs, |x| x == 0)), row("positive?", 1, 1, |xs, _| test(xs, |x| x > 0)),
    row("negative?", 1, 1, |xs, _| test(xs, |x| x < 0)), row("even?", 1, 1, |xs, _| test(xs, |x| x % 2 == 0)),
    row("odd?", 1, 1, |xs, _| test(xs, |x| x % 2 != 0)),
    row("number?", 1, 1, |xs, _| Ok(Boolean(matches!(xs[0], Integer(_))))), row("integer?", 1, 1, |xs, _| Ok(Boolean(matches!(xs[0], Integer(_))))),
    row("exact-integer?", 1, 1, |xs, _| Ok(Boolean(matches!(xs[0], Integer(_))))),
    row("boolean?", 1, 1, |xs, _| Ok(Boolean(matches!(xs[0], Boolean(_))))), row("not", 1, 1, |xs, _| Ok(Boolean(xs[0] == Boolean(false)))),
    row("display", 1, 1, |xs, output| { output.push_str(&written(&xs[0])); Ok(Unspecified) }),
    row("newline", 0, 0, |_, output| { output.push('\n'); Ok(Unspecified) }),
];

fn integers(data: &[Datum]) -> Result<Vec<i64>, LispError> {
    data.iter().map(|d| if let Integer(n) = d { Ok(*n) } else { fail("type", written(d)) }).collect()
}
fn result(value: Option<i64>) -> Result<Datum, LispError> {
    value.map_or_else(|| fail("overflow", "the result needs more than 64 bits"), |n| Ok(Integer(n)))
}
fn fold(xs: &[Datum], start: i64, combine: fn(i64, i64) -> Option<i64>) -> Result<Datum, LispError> {
    result(integers(xs)?.into_iter().try_fold(start, combine))
}
fn chain(xs: &[Datum], holds: fn(i64, i64) -> bool) -> Result<Datum, LispError> {
    Ok(Boolean(integers(xs)?.windows(2).all(|pair| holds(pair[0], pair[1]))))
}
fn test(xs: &[Datum], holds: fn(i64) -> bool) -> Result<Datum, LispError> { Ok(Boolean(holds(integers(xs)?[0]))) }
fn divide(xs: &[Datum], operation: fn(i64, i64) -> Option<i64>) -> Result<Datum, LispError> {
    let xs = integers(xs)?;
    if xs[1] == 0 { fail("divide-by-zero", "division by zero") } else { result(operation(xs[0], xs[1])) }
}
fn truncated(n: i64, d: i64) -> Option<i64> { Some(n.wrapping_rem(d)) }
fn floored(n: i64, d: i64) -> Option<i64> { truncated(n, d).map(|r| if r != 0 && (r < 0) != (d < 0) { r + d } else { r }) }
fn gcd(a: i64, b: i64) -> Option<i64> { if b == 0 { a.checked_abs() } else { gcd(b, a.wrapping_rem(b)) } }
fn lcm(a: i64, b: i64) -> Option<i64> { if a == 0 || b == 0 { Some(0) } else { (a / gcd(a, b)?).checked_mul(b)?.checked_abs() } }

fn written(value: &Datum) -> String {
    match value {
        Boolean(true) => "#t".to_string(),
        Boolean(false) => "#f".to_string(),
        Integer(n) => n.to_string(),
        Primitive(_) => "#<procedure>".to_string(),
        _ => "#<unspecified>".to_string(),
    }
}

// ---- The protocol ----

/// The text of a field of a message.
fn field(message: &[Datum], name: &str) -> Option<String> {
    message.iter().find_map(|item| match item {
        List(parts) => match &parts[..] {
            [Symbol(key), Text(text) | Symbol(text), ..] if key == name => Some(text.clone()),
            _ => None,
        },
        _ => None,
    })
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => { out.push('\\'); out.push(c) }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\x{:x};", c as u32)),
            c => out.push(c),
        }
    }
    out + "\""
}

/// The answer to a `run`. What a program writes is collected: standard output belongs to the protocol.
fn run(message: &[Datum], id: &str) -> String {
    let Some(program) = field(message, "program") else { return unsupported(id, "This subject runs programs only.") };
    let mut output = String::new();
    let fields = match run_program(&program, &mut output) {
        Ok(value) => format!("(status completed) (values {})", quoted(&value)),
        Err(LispError { class, phase, message }) => {
            let phase = phase.map_or(String::new(), |phase| format!(" (phase {phase})"));
            format!("(status error) (class {class}){phase} (message {})", quoted(&message))
        }
    };
    format!("(result (id {}) {fields} (output {}))", quoted(id), quoted(&output))
}

fn unsupported(id: &str, reason: &str) -> String {
    format!("(result (id {}) (status unsupported) (reason {}))", quoted(id), quoted(reason))
}

fn main() {
    for line in io::stdin().lock().lines().map_while(Result::ok) {
        let Ok(data) = read_all(&line) else { continue };
        let Some(List(message)) = data.first() else { continue };
        let kind = match message.first() { Some(Symbol(kind)) => kind.as_str(), _ => "" };
        let id = field(message, "id");
        let (answer, over) = match (kind, &id) {
            ("hello", _) if !field(message, "protocol").unwrap_or_default().starts_with("1.") => {
                ("(hello (protocol \"1.0\") (refused \"This subject speaks version 1 of the protocol.\"))".to_string(), true)
            }
            ("hello", _) => (HELLO.to_string(), false),
            ("run", Some(id)) => (run(message, id), false),
            ("bye", _) => return,
            (_, Some(id)) => (unsupported(id, "No such message."), false),
            _ => continue,
        };
        if writeln!(io::stdout(), "{answer}").and_then(|()| io::stdout().flush()).is_err() || over { return }
    }
}
