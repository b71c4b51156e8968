package dev.touchstone.conformance.doctor;

import java.util.Locale;

/** The mistakes that the doctor knows, each with what it means and its cure. */
public enum Mistake {
  PROGRAM_NOT_FOUND(
      "the program that `command` names is nowhere",
      "write its path with a slash in it (relative to the subject file, or `{dir}/...`), or put it"
          + " on the PATH"),
  NOT_EXECUTABLE(
      "the program is there, but the system cannot execute it",
      "`chmod +x` it and check its first line (`#!` and an interpreter that exists); or start it"
          + " through its interpreter: `command: [python3, \"{dir}/my-vm.py\", ...]`"),
  DIES_AT_START(
      "the process ends before it has said or run anything",
      "run the command by hand and read its error stream; files in `command` must be absolute or"
          + " begin with {dir}, since each run has a directory of its own, and only PATH, HOME,"
          + " LC_ALL and `environment` are set"),
  NO_ANSWER(
      "no answer comes within the time, not even when the input ends",
      "answer each line as soon as it is read, without waiting for more; a plain subject must end"
          + " by itself after the program. If it only is slow, raise `limits`"),
  OUTPUT_NOT_FLUSHED(
      "the answer comes only when the input ends",
      "flush the standard output after each answer: print(..., flush=True), fflush(stdout),"
          + " (flush-output-port); a pipe is not a terminal, so it is not flushed at a line's end"),
  NO_LINE_END(
      "the answer is not a line: it lacks the line feed at its end",
      "write \\n after each message, then flush"),
  MESSAGE_ON_SEVERAL_LINES(
      "a message is spread over several lines",
      "write each message on one line: no pretty-printing, and \\n inside strings"),
  WRONG_ENCODING(
      "text does not survive: it is not read or not written as UTF-8",
      "read the input and write the output as UTF-8 without a byte order mark, whatever the locale"
          + " says; the runner sets LC_ALL to C.UTF-8"),
  WRONG_LINES(
      "the lines are of the other form than the subject file says",
      "state the form that the subject writes: `lines: json` or `lines: sexp`"),
  NOT_A_MESSAGE(
      "a line is no message at all",
      "write objects of JSON with a field \"type\", or lists like (result (id \"r1\") ...); a"
          + " library that writes JSON gets the quotes right (Python's repr does not)"),
  PROMPT_IN_ANSWER(
      "a prompt or a banner stands in the answer",
      "switch prompt and banner off (often -q, --quiet or --script), or write them to the error"
          + " stream"),
  STRAY_OUTPUT(
      "there is output beside what the program wrote",
      "write nothing of your own to the standard output: debugging and logs go to the error stream;"
          + " in a session what a program writes goes into the field `output`"),
  WRONG_PROTOCOL_VERSION(
      "the subject speaks another major version of the protocol",
      "speak the version that the runner sends in `hello`, \"1.0\"; only the major number must"
          + " agree"),
  HELLO_INCOMPLETE(
      "the answer to hello is no hello with `protocol` and `name`",
      "answer hello with {\"type\":\"hello\",\"protocol\":\"1.0\",\"name\":\"my-vm\"}"),
  ID_NOT_ECHOED(
      "the result does not carry the id of its run",
      "copy the field `id` of the run, as text and unchanged, into its result"),
  LATE_ID(
      "the result carries the id of an earlier run",
      "answer each run with its own id, before the next line is read, and answer it once"),
  ANSWERS_TWICE(
      "one run gets two results", "write exactly one result for each run, also after an error"),
  UNKNOWN_STATUS(
      "the result has a status that the protocol does not know",
      "use completed, error, exited, exhausted, crashed or unsupported"),
  VALUE_ON_WRONG_CHANNEL(
      "the value is there, but not where values belong",
      "a session puts it into `values`, a list of texts; with markers `markers.value` writes it to"
          + " the standard output; in mode last-line it is the last line of the standard output"),
  NO_VALUE(
      "the program ends well, but no value comes",
      "in a session an expression at the end has a field `values`, a list of texts; a plain subject"
          + " that prints no value by itself needs mode markers, which wraps the last expression"),
  OUTPUT_LOST(
      "what the program writes does not arrive",
      "put everything that the program wrote into the field `output`; leave the field out if the"
          + " subject cannot tell"),
  WRONG_VALUE(
      "the simplest program has a wrong value",
      "the value is that of the program's last expression, in the form in which `write` prints"
          + " it, and nothing around it"),
  DISPLAY_FORM(
      "values come as `display` prints them, not as `write` does",
      "print values with `write`: strings in quotes, characters as #\\a; in a plain subject's file"
          + " `markers.value` calls what prints them"),
  NO_START_MARKER(
      "the program is not run: not even the start marker comes",
      "check that `command` has {file} in it and that the subject runs the file; that `preamble`"
          + " and `markers.start` are forms which it understands"),
  NO_END_MARKER(
      "the value comes, the end marker does not",
      "run the file to its end: all forms, also those after the first or after a value; check that"
          + " `markers.end` is a form which the subject understands"),
  NO_PROMPT(
      "the prompt of mode repl does not come",
      "state the prompt exactly, with the space at its end; a REPL that is quiet on a pipe needs"
          + " another mode, or an option that makes it interactive (often -i)"),
  EXIT_0_AFTER_ERROR(
      "a program with an error looks like one that ended well: exit code 0",
      "end with a code other than 0 after an uncaught error and word it on the error stream; or"
          + " list the wording under `errors.patterns`"),
  COMPLETED_AFTER_ERROR(
      "a program with an error is reported as completed",
      "answer status error, with a portable class where you know it: an unbound variable has"
          + " class unbound"),
  DIES_AFTER_ERROR(
      "the process ends at an error of the program instead of answering",
      "catch the errors of the program and answer with status error"),
  ERROR_CLASS_UNKNOWN(
      "an error has no class that the runner knows",
      "list the wording in the subject file, as in errors: { patterns: [ { match: 'unbound',"
          + " class: unbound } ] }; the classes are in chapter 8 of the spec"),
  STATE_LEAKS(
      "a definition of one run is seen by the next, though `isolation` promises otherwise",
      "give each run fresh bindings, or fork; or say isolation none: then the runner starts a"
          + " process for each run"),
  DOES_NOT_END(
      "the process does not end when it should",
      "end with exit code 0 within a second when `bye` comes or the input ends; a plain subject"
          + " ends after the program"),
  BAD_EXIT_CODE(
      "the process ends with a failure when it is told to end",
      "end with exit code 0 after `bye` and at the end of the input"),
  CHILD_LEFT_BEHIND(
      "a process that the subject started outlives it",
      "end and wait for every child before you end: nothing may run on when the case is over"),
  CLAIM_UNKNOWN(
      "hello claims what does not exist",
      "the rungs, features and capabilities are listed in spec/features.yaml; isolation is process,"
          + " world or none"),
  CLAIM_REFUTED(
      "a claimed feature does not work: its probe fails",
      "take the feature out of the claim with `without: [...]`, or mend it; what needs it is left"
          + " out with it"),
  CLAIM_MISSING(
      "a feature works that is not claimed, so its cases count as unsupported",
      "add it to `features`, or claim its whole rung");

  private final String meaning;
  private final String cure;

  Mistake(String meaning, String cure) {
    this.meaning = meaning;
    this.cure = cure;
  }

  /** The name as users see it, for example {@code no-answer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, a sentence without its full stop. */
  public String meaning() {
    return meaning;
  }

  /** What to do, a sentence without its full stop. */
  public String cure() {
    return cure;
  }
}
