/** The result model: {@code results.json} is these records, and every report is made from it. */
@NullMarked
package dev.touchstone.reports.model;

import org.jspecify.annotations.NullMarked;
