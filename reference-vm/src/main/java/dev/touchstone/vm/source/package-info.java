/** Source text, spans in it, and diagnostics that point at them. */
@NullMarked
package dev.touchstone.vm.source;

import org.jspecify.annotations.NullMarked;
