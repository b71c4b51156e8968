/** Tests of the doctor, with a hostile subject for each of its diagnoses. */
@NullMarked
package dev.touchstone.conformance.doctor;

import org.jspecify.annotations.NullMarked;
