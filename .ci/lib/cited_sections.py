#!/usr/bin/env python3
"""Compares the sections of R7RS that the reasons in baselines cite with those that the clauses of their cases cite: each clause of
the spec names its sources in parentheses. Prints a line for each section of a reason that no clause of any case with that reason
cites; a mistake may show in cases about something else, but then in cases about itself, too.
Usage: cited_sections.py RESULTS CASES CHAPTERS"""

import pathlib
import re
import sys

from disagreements import entries

CLAUSE = re.compile(r"\*\*([A-Z]+-\d+)\.\*\* ")
SECTION = r"(?:appendix [A-Z]|\d+(?:\.\d+)+|[1-7](?!\.?\d))"
CITED = re.compile(rf"R7RS ({SECTION}(?:(?:, and |, | and | to | or ){SECTION})*)")


def sections(text):
    """What a text cites, as pairs: the words, and the set of sections of which they mean one or more."""
    for cited in CITED.findall(text):
        for item in re.split(r", and |, | and | or ", cited):
            first, _, last = item.partition(" to ")
            yield item, {first} if not last else between(first, last)


def between(first, last):
    """The sections of a range such as 6.4 to 6.9."""
    chapter, begin = first.rsplit(".", 1)
    return {f"{chapter}.{number}" for number in range(int(begin), int(last.rsplit(".", 1)[1]) + 1)}


def sources(chapters):
    """By clause, the sections that its sources name; those of another clause, if that is its source."""
    texts = {}
    for chapter in sorted(chapters.glob("*.md")):
        for paragraph in re.split(r"\n\s*\n|\n(?=\*\*[A-Z]+-\d+\.\*\* )", chapter.read_text(encoding="utf-8")):
            if clause := CLAUSE.match(paragraph):
                texts[clause.group(1)] = " ".join(re.findall(r"\((?:R7RS|Touchstone)[^()]*\)", paragraph))
    found = {clause: set().union(*(meant for _, meant in sections(text))) for clause, text in texts.items()}
    # "(Touchstone, NUM-7)": what the other clause cites, too.
    return {clause: found[clause].union(*(found.get(other, ()) for other in re.findall(r"[A-Z]+-\d+", text))) for clause, text in texts.items()}


def tested(cases, chapters):
    """By case, the clauses that it lists, and that the examples of the spec list."""
    found = {}
    for topic in cases.glob("*/*.yaml"):
        for case, clauses in re.findall(r"^  - id: (\S+)\n    clauses: \[(.*)\]$", topic.read_text(encoding="utf-8"), re.M):
            found[f"{topic.parent.name}/{topic.stem}/{case}"] = clauses.split(", ")
    for chapter in chapters.glob("*.md"):
        for case, clauses in re.findall(r"^```scheme case=(\S+) clause=(\S+)", chapter.read_text(encoding="utf-8"), re.M):
            found[f"spec/{chapter.stem.partition('-')[2]}/{case}"] = clauses.split(",")
    return found


def covers(cited, meant):
    """Whether a clause cites what is meant: the section itself, or a part of it, or what it is a part of."""
    return any(a == b or a.startswith(b + ".") or b.startswith(a + ".") for a in cited for b in meant)


def main():
    results, cases, chapters = (pathlib.Path(argument) for argument in sys.argv[1:])
    cited, listed = sources(chapters), tested(cases, chapters)
    shown, where = {}, {}
    for baseline in sorted(results.glob("*.baseline.yaml")):
        for case, reason in entries(baseline):
            if case in listed:  # the corpus has no other; the gate tells of those that are gone
                shown.setdefault(reason, {}).update(dict.fromkeys(listed[case], case))
                where.setdefault(reason, baseline.name)
    wrong = 0
    for reason, clauses in sorted(shown.items()):
        known = set().union(*(cited[clause] for clause in clauses))
        for words, meant in sections(reason):
            if not covers(known, meant):
                wrong += 1
                few = ", ".join(f"{clause} ({', '.join(sorted(cited[clause])) or 'none'})" for clause in sorted(clauses)[:6])
                print(f"{where[reason]}: R7RS {words} is cited by no clause of a case with this reason: {reason}; {few}; for example {min(clauses.values())}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
