/** From text to syntax: data in which every part knows its span. */
@NullMarked
package dev.touchstone.vm.reader;

import org.jspecify.annotations.NullMarked;
