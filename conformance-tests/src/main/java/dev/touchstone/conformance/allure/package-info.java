/**
 * Allure's result files and its static page, from a finished run.
 *
 * <p>In goes the result model of {@code results.json}; out come Allure result files and attachments
 * in a directory of their own, and a single HTML file that shows them. Nothing here listens to a
 * run: an Allure report can be made of any result file, however old, on any subject.
 *
 * <p>Verdicts map to Allure's statuses without being merged: {@code pass} is passed, {@code fail}
 * failed, {@code unsupported} skipped, all others broken, and the verdict stands in the message, a
 * label and a category of its own. Severity says what a failure means: {@code critical} for claims
 * about space, {@code blocker} for the lowest rung, {@code minor} for cases of no rung, {@code
 * normal} for the rest.
 *
 * <p>Invariant: the page asks the network for nothing; where that cannot be assured there is no
 * page. The generator is no dependency of the runner: it is unpacked by the build and run as a
 * process.
 */
@NullMarked
package dev.touchstone.conformance.allure;

import org.jspecify.annotations.NullMarked;
