/** What a host program uses: run a program within limits, see how it completed. */
@NullMarked
package dev.touchstone.vm.api;

import org.jspecify.annotations.NullMarked;
