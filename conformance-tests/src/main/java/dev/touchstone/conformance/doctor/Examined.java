package dev.touchstone.conformance.doctor;

import java.util.List;

/**
 * What an examination found.
 *
 * @param complete whether it came to its end, so that more examinations make sense
 */
record Examined(List<Diagnosis> found, boolean complete) {
  Examined {
    found = List.copyOf(found);
  }
}
