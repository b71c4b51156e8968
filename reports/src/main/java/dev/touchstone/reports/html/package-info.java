/**
 * The report as a small web site: {@code index.html}, a page per chapter, a page of clauses.
 *
 * <p>In goes the result model; out come static pages that open from a {@code file:} URL, without
 * scripts from elsewhere, fonts, images or any other request. Views are records made here; the
 * templates beside this package's resources only lay them out, and every text in them is escaped by
 * the template engine. The one text that is not, a clause rendered from Markdown, comes from {@link
 * dev.touchstone.reports.html.Markdown}, which lets no markup through.
 *
 * <p>Invariant: each page carries a Content-Security-Policy that allows its own style and script by
 * hash and nothing else, so that what slips through an escape still cannot run or load.
 */
@NullMarked
package dev.touchstone.reports.html;

import org.jspecify.annotations.NullMarked;
