/** Rules about the sources themselves: which package may use which, and how they are formatted. */
package dev.touchstone.build;
