/** Writers of reports, all of them from one result file. */
@NullMarked
package dev.touchstone.reports;

import org.jspecify.annotations.NullMarked;
