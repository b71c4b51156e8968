/**
 * What the corpus knows of each name of the language: its library, its feature, the rules that
 * describe it, and the cases that show these rules with it.
 */
@NullMarked
package dev.touchstone.conformance.names;

import org.jspecify.annotations.NullMarked;
