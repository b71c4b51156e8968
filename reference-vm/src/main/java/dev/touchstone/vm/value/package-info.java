/** Scheme values: what programs compute with, their equivalence and their written forms. */
@NullMarked
package dev.touchstone.vm.value;

import org.jspecify.annotations.NullMarked;
