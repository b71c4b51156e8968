/**
 * The judge: a pure function from a case and what was seen to a verdict.
 *
 * <p>In comes a {@link dev.touchstone.conformance.corpus.TestCase}, what the subject says of
 * itself, and one {@link dev.touchstone.conformance.verdict.Trial} for each value of {@code vary};
 * out goes a {@link dev.touchstone.conformance.verdict.Judgement}. Nothing here reads a file, a
 * clock or a process, so the same observations always give the same verdict.
 *
 * <p>Invariants: a pass names at least one aspect that was compared and held ({@code observe} alone
 * is excepted: it records and never fails); what could not be compared is listed with its reason;
 * an essential aspect that could not be compared makes the case {@code unsupported}. Who reads on
 * starts at {@link dev.touchstone.conformance.verdict.Judge}, then {@code OutcomeTable}, {@code
 * AspectJudge} and {@code SpaceJudge}. The format of cases is the README of the corpus.
 */
@NullMarked
package dev.touchstone.conformance.verdict;

import org.jspecify.annotations.NullMarked;
