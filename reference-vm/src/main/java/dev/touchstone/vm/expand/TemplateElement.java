package dev.touchstone.vm.expand;

/** An element of a list or vector in a template. */
sealed interface TemplateElement permits Template, TemplateElement.Repeated {
  /** {@code element <ellipsis>}. */
  record Repeated(TemplateElement element, Template.Level level) implements TemplateElement {}
}
