package dev.touchstone.conformance.subject;

import java.util.Map;
import java.util.Set;

/**
 * What a subject says of itself.
 *
 * @param name for example {@code guile}
 * @param version as the implementation reports it; {@code unknown} where it does not
 * @param features what it claims to have, prerequisites included
 * @param capabilities its answers by capability
 * @param reports the aspects it can show, by kind ({@code value}, {@code output}, {@code error},
 *     ...)
 */
public record SubjectProfile(
    String name,
    String version,
    Set<String> features,
    Map<String, String> capabilities,
    Set<String> reports) {}
