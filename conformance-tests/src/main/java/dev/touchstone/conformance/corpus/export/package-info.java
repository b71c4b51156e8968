/**
 * The corpus as files. Cases enter; plain directories leave, over which a test suite in any
 * language can loop, and new cases are added to the files of the corpus.
 *
 * <p>What is written is complete: nothing of a case has to be read from the YAML. A case's content
 * has one canonical form, of which its hash is taken. Spec: the chapter on cases and verdicts.
 */
@NullMarked
package dev.touchstone.conformance.corpus.export;

import org.jspecify.annotations.NullMarked;
