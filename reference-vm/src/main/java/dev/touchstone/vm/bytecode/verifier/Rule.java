package dev.touchstone.vm.bytecode.verifier;

/** What code must keep to: a row for each clause of the spec's chapter 23 that can be broken. */
public enum Rule {
  HEADER("VER-3", "the header's numbers fit each other"),
  MAIN("VER-4", "the main code takes no arguments and captures nothing"),
  CONSTANTS("VER-5", "a constant is a datum"),
  INSTRUCTIONS("VER-6", "the words are whole instructions"),
  OPERANDS("VER-7", "an operand refers to something that exists"),
  STANDARD_NAMES("VER-8", "STANDARD names a procedure of the library"),
  TARGETS("VER-9", "a jump leads to an instruction of the same code"),
  FORWARD("VER-10", "only LOOP goes back"),
  END("VER-11", "control does not run off the end"),
  UNDERFLOW("VER-12", "an instruction takes only what is there"),
  OVERFLOW("VER-13", "the stack stays within maxStack"),
  JOINS("VER-14", "wherever control comes from, the stack is equally high"),
  SLOTS("VER-15", "a slot is read only while it holds something"),
  VALUES("VER-16", "where a value is wanted, stands a value"),
  BOXES("VER-17", "where a box is wanted, stands a box"),
  CAPTURES("VER-18", "a closure captures what its code says"),
  PATCHES("VER-19", "PATCH is for closures that nobody can have called"),
  CLAUSES("VER-20", "CASE_CLOSURE is for closures that nobody can have called"),
  LOOPS("VER-21", "what holds at the head of a loop holds in each turn");

  private final String clause;
  private final String sentence;

  Rule(String clause, String sentence) {
    this.clause = clause;
    this.sentence = sentence;
  }

  /** The clause that says it in full. */
  public String clause() {
    return clause;
  }

  /** The rule in short. */
  public String sentence() {
    return sentence;
  }
}
