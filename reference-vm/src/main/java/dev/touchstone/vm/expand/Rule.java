package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import java.util.List;

/**
 * A rule of {@code syntax-rules}.
 *
 * @param written its pattern as it stands in the program
 * @param variables how many pattern variables it has
 * @param occurrences those of pattern variables in the template
 * @param inserted how many identifiers the template inserts
 */
record Rule(
    Syntax written,
    Pattern.Sequence pattern,
    int variables,
    Template template,
    List<Template.Occurrence> occurrences,
    int inserted) {

  /** Takes {@code (pattern template)} apart. */
  static Rule of(Expander expander, Syntax syntax, Notation notation) {
    if (!(syntax instanceof Syntax.ListForm list)
        || list.items().size() != 2
        || list.tail() != null) {
      throw Rejection.malformed(
          syntax, "A rule is a pattern and a template: ((keyword part ...) template).");
    }
    Syntax written = list.items().getFirst();
    PatternReader patterns = new PatternReader(expander, notation);
    Pattern.Sequence pattern = patterns.rule(written);
    TemplateReader templates = new TemplateReader(expander, patterns.variables());
    Template template = templates.rule(list.items().get(1), notation);
    return new Rule(
        written,
        pattern,
        patterns.variables().size(),
        template,
        templates.occurrences(),
        templates.inserted());
  }
}
