package dev.touchstone.vm.bytecode.verifier;

import static dev.touchstone.vm.bytecode.CaptureKind.BOX;
import static dev.touchstone.vm.bytecode.CaptureKind.VALUE;
import static dev.touchstone.vm.bytecode.verifier.Codes.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.verifier.Verification.Rejected;
import dev.touchstone.vm.bytecode.verifier.Verification.Verified;
import dev.touchstone.vm.value.Box;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
  private static final String END = "; CONST 0; RETURN";

  /** A nested code that captures these. */
  private static Code inner(CaptureKind... kinds) {
    return code().named("inner").captures(kinds).of("CONST 0; RETURN");
  }

  private static void accepts(Code code) {
    assertThat(Codes.verify(code)).isInstanceOf(Verified.class);
  }

  private static Rejection rejects(Code code, Rule rule) {
    Verification verification = Codes.verify(code);
    assertThat(verification).isInstanceOf(Rejected.class);
    Rejection rejection = ((Rejected) verification).rejection();
    assertThat(rejection.rule()).as(rejection.message()).isEqualTo(rule);
    return rejection;
  }

  @Test
  void countsFunctionsAndInstructions() {
    Code main = code().nested(inner(VALUE)).of("CONST 0; CLOSURE 0; RETURN");
    assertThat(Codes.verify(main)).isEqualTo(new Verified(2, 5));
  }

  @Test
  void aRejectionNamesFunctionWordInstructionAndClause() {
    Code bad = code().named("inner").of("CONST 0; POP; CALL 3; RETURN");
    Rejection rejection = rejects(code().nested(bad).of("CLOSURE 0; RETURN"), Rule.UNDERFLOW);
    assertThat(rejection.place()).isEqualTo("inner:3");
    assertThat(rejection.message())
        .isEqualTo(
            "inner:3 CALL 3: it takes 4, and there are 0"
                + " (VER-12: an instruction takes only what is there).");
    assertThat(rejection.diagnostic().render()).startsWith("<nowhere>:1:1: verify error (syntax)");
  }

  @Test
  void headersFitThemselves() {
    rejects(code().takes(-1, false).of("CONST 0; RETURN"), Rule.HEADER);
    rejects(code().locals(-1).of("CONST 0; RETURN"), Rule.HEADER);
    rejects(code().stack(-1).of("CONST 0; RETURN"), Rule.HEADER);
    rejects(code().locals(3).stack(2).of("CONST 0; RETURN"), Rule.HEADER);
    rejects(code().locals(Integer.MAX_VALUE).takes(5, true).of("CONST 0; RETURN"), Rule.HEADER);
    rejects(code().stack(Verifier.MOST_STACK + 1).of("CONST 0; RETURN"), Rule.HEADER);
    accepts(code().stack(Verifier.MOST_STACK).of("CONST 0; RETURN"));
    rejects(code().of(), Rule.HEADER);
    SpanTable none = new SpanTable.Builder().build();
    rejects(
        new Code("main", 0, false, 0, 1, List.of(), new int[] {25}, List.of(), List.of(), none),
        Rule.HEADER);
  }

  @Test
  void theMainCodeTakesAndCapturesNothing() {
    rejects(code().takes(1, false).of("CONST 0; RETURN"), Rule.MAIN);
    rejects(code().takes(0, true).of("CONST 0; RETURN"), Rule.MAIN);
    rejects(code().captures(VALUE).of("CONST 0; RETURN"), Rule.MAIN);
  }

  @Test
  void constantsAreData() {
    rejects(code().constant(new Box(null)).of("CONST 0; RETURN"), Rule.CONSTANTS);
  }

  @Test
  void wordsAreWholeInstructions() {
    assertThat(rejects(code().of(9999), Rule.INSTRUCTIONS).message()).startsWith("main:0 9999: no");
    rejects(code().of(-1), Rule.INSTRUCTIONS);
    rejects(code().of("CONST 0; RETURN; LOOP 0 0"), Rule.INSTRUCTIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "CONST 1",
    "CONST -1",
    "LOCAL 2",
    "LOCAL -1",
    "TAKE_LOCAL 2",
    "SET_LOCAL 2",
    "CLEAR_LOCAL 2",
    "CAPTURED 0",
    "GLOBAL 4",
    "STANDARD 4",
    "SET_GLOBAL -1",
    "DEFINE_GLOBAL 4",
    "CLOSURE 0",
    "CALL -1",
    "TAIL_CALL -1",
    "CASE_CLOSURE -1",
    "RECEIVE -1 0",
    "RECEIVE 1 2",
    "RECEIVE 1 -1",
    "LOOP 0 1 2",
    "LOOP 0 -1 0",
    "LOOP 0 0 -1",
    "LOOP 0 3 0",
    "LOOP 0 2147483647 2147483647"
  })
  void operandsReferToSomething(String instruction) {
    // Behind the end of control: nothing but the look at each instruction finds it.
    rejects(code().locals(2).of("CONST 0; RETURN; " + instruction), Rule.OPERANDS);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD 0, false", "STANDARD 1, true", "STANDARD 2, false", "STANDARD 3, true"})
  void standardNamesWhatTheLibraryGivesOut(String instruction, boolean accepted) {
    Code code = code().of(instruction + "; RETURN");
    if (accepted) {
      accepts(code);
    } else {
      rejects(code, Rule.STANDARD_NAMES);
    }
  }

  @ParameterizedTest
  @CsvSource({"JUMP 3", "JUMP 5", "JUMP -1", "JUMP 2147483647", "LOOP 1 0 0"})
  void jumpsLeadToInstructions(String jump) {
    rejects(code().of(jump + END), Rule.TARGETS);
  }

  @ParameterizedTest
  @CsvSource({"JUMP 2", "JUMP 0", "CONST 0; JUMP_IF_FALSE 4", "CONST 0; JUMP_IF_TRUE_KEEP 0"})
  void onlyLoopLeadsBack(String jump) {
    rejects(code().of("JUMP 2; " + jump + END), Rule.FORWARD);
  }

  @ParameterizedTest
  @CsvSource({"CONST 0", "CONST 0; JUMP_IF_FALSE 5; CONST 0", "GLOBAL 0; CALL 0"})
  void controlDoesNotRunOffTheEnd(String instructions) {
    rejects(code().of(instructions), instructions.contains("JUMP") ? Rule.TARGETS : Rule.END);
  }

  @ParameterizedTest
  @CsvSource({
    "POP",
    "RETURN",
    "SET_LOCAL 0",
    "BOX",
    "UNBOX",
    "CAR",
    "CONST 0; CONS",
    "CONST 0; CALL 1",
    "CONST 0; TAIL_CALL 1",
    "JUMP_IF_FALSE 4",
    "JUMP_IF_TRUE_KEEP 4",
    "RECEIVE 0 0",
    "CLOSURE 0",
    "CASE_CLOSURE 1",
    "CONST 0; PATCH 0",
    "DEFINE_GLOBAL 0",
    "SET_BOX",
    "CALL 2147483647",
    "LOOP 6 0 1",
    "CASE_CLOSURE 2147483647"
  })
  void nothingIsTakenThatIsNotThere(String instructions) {
    rejects(
        code().locals(1).nested(inner(VALUE)).of(instructions + "; CONST 0; CONST 0; RETURN"),
        Rule.UNDERFLOW);
  }

  @Test
  void moreMayLieBeneathWhatIsReturned() {
    accepts(code().of("CONST 0; EMPTY_BOX; CONST 0; RETURN"));
    accepts(code().of("CONST 0; EMPTY_BOX; CONST 0; TAIL_CALL 0"));
  }

  @Test
  void theStackStaysWithinWhatTheHeaderSays() {
    accepts(code().stack(1).of("CONST 0; RETURN"));
    rejects(code().stack(0).of("CONST 0; RETURN"), Rule.OVERFLOW);
    rejects(code().locals(2).stack(2).of("EMPTY_BOX; UNBOX; RETURN"), Rule.OVERFLOW);
    accepts(code().stack(3).of("CONST 0; RECEIVE 3 0; RETURN"));
    rejects(code().stack(3).of("CONST 0; RECEIVE 3 1; RETURN"), Rule.OVERFLOW);
    rejects(code().of("CONST 0; RECEIVE 2147483647 1; RETURN"), Rule.OVERFLOW);
    accepts(code().stack(3).of("CONST 0; CONST 0; CONS; RETURN"));
    rejects(code().stack(2).of("CONST 0; CONST 0; CONS; RETURN"), Rule.OVERFLOW);
  }

  @Test
  void waysComeTogetherAtOneHeight() {
    rejects(code().of("CONST 0; JUMP_IF_FALSE 6; CONST 0; CONST 0; RETURN"), Rule.JOINS);
    accepts(code().of("CONST 0; JUMP_IF_TRUE_KEEP 6; CONST 0; RETURN"));
    rejects(code().of("CONST 0; CONST 0; LOOP 2 0 0"), Rule.JOINS);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL 0",
    "TAKE_LOCAL 0",
    "CONST 0; SET_LOCAL 0; TAKE_LOCAL 0; TAKE_LOCAL 0",
    "CONST 0; SET_LOCAL 0; CLEAR_LOCAL 0; LOCAL 0",
    "CONST 0; JUMP_IF_FALSE 8; CONST 0; SET_LOCAL 0; LOCAL 0",
    "CONST 0; JUMP_IF_FALSE 10; CONST 0; SET_LOCAL 0; JUMP 13; EMPTY_BOX; SET_LOCAL 0; LOCAL 0"
  })
  void aSlotIsReadWhileItHoldsSomething(String instructions) {
    rejects(code().locals(1).of(instructions + "; RETURN"), Rule.SLOTS);
  }

  @ParameterizedTest
  @CsvSource({
    "CONST 0; SET_LOCAL 0; LOCAL 0; LOCAL 0",
    "CONST 0; JUMP_IF_FALSE 10; CONST 0; SET_LOCAL 0; JUMP 14; CONST 0; SET_LOCAL 0; LOCAL 0"
  })
  void aSlotHoldsWhatAllWaysPutThere(String instructions) {
    accepts(code().locals(1).of(instructions + "; RETURN"));
  }

  @Test
  void argumentsAreValues() {
    Code two = code().named("two").takes(1, true).locals(1).of("LOCAL 0; LOCAL 1; CONS; RETURN");
    accepts(code().nested(two).of("CLOSURE 0; RETURN"));
    Code local = code().named("two").takes(1, true).locals(1).of("LOCAL 2; RETURN");
    rejects(code().nested(local).of("CLOSURE 0; RETURN"), Rule.SLOTS);
    Code boxed = code().named("two").takes(1, false).of("LOCAL 0; UNBOX; RETURN");
    rejects(code().nested(boxed).of("CLOSURE 0; RETURN"), Rule.BOXES);
  }

  @ParameterizedTest
  @CsvSource({
    "RETURN",
    "POP",
    "CAR",
    "CONST 0; CONS",
    "CALL 0",
    "CONST 0; CALL 1",
    "TAIL_CALL 0",
    "BOX",
    "DEFINE_GLOBAL 0",
    "SET_GLOBAL 0",
    "JUMP_IF_FALSE 5",
    "JUMP_IF_TRUE_KEEP 5",
    "RECEIVE 1 0",
    "CONST 0; SET_LOCAL 0; CONST 0; CALL 1",
    "SET_LOCAL 0; EMPTY_BOX; LOCAL 0; SET_BOX"
  })
  void aBoxIsNoValue(String instructions) {
    rejects(
        code().locals(1).of("EMPTY_BOX; " + instructions + "; CONST 0; CONST 0; RETURN"),
        Rule.VALUES);
  }

  @ParameterizedTest
  @CsvSource({"CONST 0; UNBOX", "CONST 0; CONST 0; SET_BOX; CONST 0", "GLOBAL 0; UNBOX"})
  void aValueIsNoBox(String instructions) {
    rejects(code().of(instructions + "; RETURN"), Rule.BOXES);
  }

  @Test
  void aTemporaryThatIsAValueOnOneWayAndABoxOnAnotherIsNeither() {
    String either = "CONST 0; JUMP_IF_FALSE 8; CONST 0; JUMP 9; EMPTY_BOX; ";
    rejects(code().of(either + "RETURN"), Rule.VALUES);
    rejects(code().of(either + "UNBOX; RETURN"), Rule.BOXES);
    accepts(code().of(either + "CONST 0; RETURN"));
    rejects(code().locals(1).of(either + "SET_LOCAL 0; LOCAL 0; RETURN"), Rule.SLOTS);
  }

  @Test
  void boxesAreUsedAsBoxes() {
    accepts(
        code()
            .locals(1)
            .of(
                "CONST 0; BOX; SET_LOCAL 0; LOCAL 0; CONST 0; SET_BOX; TAKE_LOCAL 0; UNBOX;"
                    + " RETURN"));
  }

  @Test
  void closuresCaptureWhatTheirCodeSays() {
    accepts(code().nested(inner(VALUE, BOX)).of("CONST 0; EMPTY_BOX; CLOSURE 0; RETURN"));
    rejects(
        code().nested(inner(VALUE, BOX)).of("CONST 0; CONST 0; CLOSURE 0; RETURN"), Rule.CAPTURES);
    rejects(code().nested(inner(VALUE)).of("EMPTY_BOX; CLOSURE 0; RETURN"), Rule.CAPTURES);
    Code uses = code().named("inner").captures(BOX).of("CAPTURED 0; RETURN");
    rejects(code().nested(uses).of("EMPTY_BOX; CLOSURE 0; RETURN"), Rule.VALUES);
    Code looks = code().named("inner").captures(VALUE).of("CAPTURED 0; UNBOX; RETURN");
    rejects(code().nested(looks).of("CONST 0; CLOSURE 0; RETURN"), Rule.BOXES);
  }

  private static Code withInner(CaptureKind kind, String instructions) {
    return code().locals(2).nested(inner(kind)).nested(inner(kind)).of(instructions);
  }

  private static final String MADE = "CONST 0; CLOSURE 0; SET_LOCAL 0; ";

  @ParameterizedTest
  @CsvSource({
    "LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "LOCAL 0; LOCAL 0; PATCH 0; TAKE_LOCAL 0; RETURN",
    "TAKE_LOCAL 0; SET_LOCAL 1; LOCAL 1; CONST 0; PATCH 0; LOCAL 1; RETURN",
    "CONST 0; CLOSURE 1; SET_LOCAL 1; LOCAL 0; LOCAL 1; PATCH 0; LOCAL 0; RETURN",
    "GLOBAL 0; JUMP_IF_FALSE 10; LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
  })
  void patchFillsInAClosureThatWasJustMade(String instructions) {
    accepts(withInner(VALUE, MADE + instructions));
  }

  @ParameterizedTest
  @CsvSource({
    "CONST 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "GLOBAL 0; CALL 0; POP; LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "CONST 0; CAR; POP; LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "CONST 0; SET_LOCAL 0; LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "LOOP 10 0 0; LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN",
    "LOCAL 0; CONST 0; PATCH 0; GLOBAL 0; CALL 0; POP; LOOP 6 0 0",
    "GLOBAL 0; JUMP_IF_FALSE 16; CONST 0; CLOSURE 1; SET_LOCAL 0; LOCAL 0; CONST 0; PATCH 0; LOCAL"
        + " 0; RETURN",
    "LOCAL 0; CASE_CLOSURE 1; CONST 0; PATCH 0; LOCAL 0; RETURN",
  })
  void patchIsForNoOtherClosure(String instructions) {
    rejects(withInner(VALUE, MADE + instructions), Rule.PATCHES);
  }

  @Test
  void patchKeepsToTheKindsAndTheNumberOfCaptures() {
    String patch = "LOCAL 0; CONST 0; PATCH 0; LOCAL 0; RETURN";
    rejects(withInner(BOX, "EMPTY_BOX; CLOSURE 0; SET_LOCAL 0; " + patch), Rule.CAPTURES);
    rejects(withInner(VALUE, MADE + "LOCAL 0; EMPTY_BOX; PATCH 0; LOCAL 0; RETURN"), Rule.CAPTURES);
    rejects(withInner(VALUE, MADE + "LOCAL 0; CONST 0; PATCH 1; LOCAL 0; RETURN"), Rule.OPERANDS);
    rejects(withInner(VALUE, MADE + "LOCAL 0; CONST 0; PATCH -1; LOCAL 0; RETURN"), Rule.OPERANDS);
  }

  @Test
  void caseClosureTakesClosuresThatWereJustMade() {
    accepts(withInner(VALUE, MADE + "LOCAL 0; CONST 0; CLOSURE 1; CASE_CLOSURE 2; RETURN"));
    accepts(code().of("CASE_CLOSURE 0; RETURN"));
    rejects(withInner(VALUE, MADE + "CONST 0; CASE_CLOSURE 1; RETURN"), Rule.CLAUSES);
    rejects(withInner(VALUE, MADE + "LOCAL 0; GLOBAL 0; CASE_CLOSURE 2; RETURN"), Rule.CLAUSES);
    rejects(
        withInner(VALUE, MADE + "LOCAL 0; CASE_CLOSURE 1; CASE_CLOSURE 1; RETURN"), Rule.CLAUSES);
  }

  @Test
  void aTurnOfALoopFindsWhatTheFirstFound() {
    accepts(code().locals(1).of("CONST 0; LOOP 6 0 1; LOCAL 0; LOOP 6 0 1"));
    accepts(code().locals(1).of("CONST 0; LOOP 6 0 1; TAKE_LOCAL 0; LOOP 6 0 1"));
    accepts(code().locals(1).of("LOOP 4 0 0; CONST 0; SET_LOCAL 0; LOOP 4 0 0"));
    rejects(code().locals(1).of("CONST 0; LOOP 6 0 1; CLEAR_LOCAL 0; LOOP 6 0 0"), Rule.LOOPS);
    rejects(code().locals(1).of("CONST 0; LOOP 6 0 1; EMPTY_BOX; LOOP 6 0 1"), Rule.LOOPS);
    rejects(code().of("CONST 0; LOOP 6 0 0; POP; EMPTY_BOX; LOOP 6 0 0"), Rule.LOOPS);
    rejects(code().of("JUMP 4; CONST 0; LOOP 2 0 0"), Rule.LOOPS);
    rejects(code().of("JUMP 5; CONST 0; RETURN; LOOP 2 0 0"), Rule.LOOPS);
  }

  @Test
  void codeThatNobodyComesToIsNotFollowed() {
    accepts(code().of("CONST 0; RETURN; POP; POP; CONST 0"));
  }
}
