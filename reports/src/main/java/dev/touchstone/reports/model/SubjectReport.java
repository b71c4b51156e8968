package dev.touchstone.reports.model;

import java.util.List;
import java.util.Map;

/**
 * The results of one subject.
 *
 * @param name for example {@code guile}
 * @param version as the implementation reports it
 * @param features what it claims
 * @param capabilities its answers
 * @param results by id
 */
public record SubjectReport(
    String name,
    String version,
    List<String> features,
    Map<String, String> capabilities,
    List<CaseReport> results) {}
