/**
 * Writers of reports, all of them from one result file.
 *
 * <p>In goes a {@link dev.touchstone.reports.model.RunReport}, from the engine or from {@code
 * results.json}; out come that file, a summary for the console, JUnit XML and a small web site.
 * Nothing here runs a case or judges one: a verdict is taken as it stands, and none is merged with
 * another.
 *
 * <p>Invariant: a report is made from the result model alone, whatever it holds. Texts of programs
 * and implementations are hostile until shown otherwise: they are made visible, escaped and cut
 * before they reach a page, an XML file or a terminal, and no page asks the network for anything.
 *
 * <p>The meaning of the verdicts is in the blueprint of the runner, "Outcomes".
 */
@NullMarked
package dev.touchstone.reports;

import org.jspecify.annotations.NullMarked;
