package dev.touchstone.conformance.corpus;

/** Tells where in its file a place of a text stands. */
@FunctionalInterface
interface PlaceMap {
  /** The place in the file of a line and a column of the text, both from 1. */
  SourcePosition positionOf(int line, int column);
}
