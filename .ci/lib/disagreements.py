#!/usr/bin/env python3
"""Writes reports/results/DISAGREEMENTS.md to standard output: what the baselines of reports/results say that real implementations do
otherwise, one row for each reason. Usage: disagreements.py DIRECTORY"""

import json
import pathlib
import re
import sys

HEAD = """# Where four Schemes and the corpus disagree

Made from the baselines and results in this directory by `.ci/lib/disagreements.py`; `.ci/checks/33-disagreements.sh` tells when it is not up to date. A row is one
reason, with the number of cases that show it and one of them; the baselines list them all.

Who is right, the last column says:

- **R7RS** (with the section): the text decides, against the implementation.
- **open**: R7RS calls it an error, or says nothing, so the implementation may do what it does; the corpus asks for more, by the clause named in the row, of a subject that
  claims the capability `checked` or the like.
- **clause**: nothing in R7RS is cited; the clause named in the row decides. It is about classes of errors, limits, or what the text implies without saying so.
"""

OPEN = re.compile(r"leaves (it|that|this)\b|calls? (it|this|division)\b.* an error|does not speak|this is an error|arguments are an error")


def entries(baseline):
    """The entries of a baseline: pairs of id and reason."""
    case = None
    for line in baseline.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"  - id: (\S+)$", line):
            case = match.group(1)
        elif match := re.match(r"    reason: (.*)$", line):
            text = match.group(1)
            yield case, json.loads(text) if text.startswith('"') else text
        elif line == "cases:":
            return


def judgement(reason):
    sections = re.search(r"R7RS ((?:appendix [A-Z]|\d+(?:\.\d+)*)(?:(?:, | and | to )(?:appendix [A-Z]|\d+(?:\.\d+)*))*)", reason)
    if not sections:
        return "clause"
    return ("open, R7RS " if OPEN.search(reason) else "**R7RS** ") + sections.group(1)


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("`", "\\`")


def section(baseline):
    results = json.loads(baseline.with_name(baseline.name.replace(".baseline.yaml", ".json")).read_text(encoding="utf-8"))
    subject = results["subjects"][0]
    cases = {result["id"]: result for result in subject["results"]}
    count = {}
    for result in cases.values():
        count[result["verdict"]] = count.get(result["verdict"], 0) + 1
    passed, unsupported = count.get("pass", 0), count.get("unsupported", 0)
    rows = {}
    for case, reason in entries(baseline):
        rows.setdefault(reason, []).append(case)
    name = subject["name"].capitalize()
    print(f"\n## {name} {subject['version']}\n")
    print(f"{len(cases)} cases: {passed} pass, {len(cases) - passed - unsupported} do not, {unsupported} do not apply to what it claims.\n")
    print(f"| cases | what {name} does, and what the text says | clauses | for example | who is right |\n|--:|---|---|---|---|")
    for reason, shown in sorted(rows.items(), key=lambda row: (-len(row[1]), row[1][0])):
        clauses = {}
        for case in shown:
            # A case that is newer than the results has a reason and no result.
            for clause in cases[case]["clauses"] if case in cases else []:
                clauses[clause] = clauses.get(clause, 0) + 1
        most = [clause for clause, _ in sorted(clauses.items(), key=lambda pair: (-pair[1], pair[0]))[:3]]
        print(f"| {len(shown)} | {cell(reason)} | {', '.join(most)} | {shown[0]} | {judgement(reason)} |")


def main():
    directory = pathlib.Path(sys.argv[1])
    print(HEAD, end="")
    for baseline in sorted(directory.glob("*.baseline.yaml")):
        if baseline.with_name(baseline.name.replace(".baseline.yaml", ".json")).exists():
            section(baseline)


main()
