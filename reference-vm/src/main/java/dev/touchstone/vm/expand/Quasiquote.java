package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code (quasiquote template)}: the template, with the values of what is unquoted at its own level
 * in their places (R7RS 4.2.8). A part without any is a constant.
 *
 * <p>{@code `(a ,b ,@c . d)} becomes {@code (append (list 'a b) c 'd)}, with the standard
 * procedures whatever the program calls by these names.
 */
final class Quasiquote {
  private final Expander expander;
  private final Scope scope;

  private Quasiquote(Expander expander, Scope scope) {
    this.expander = expander;
    this.scope = scope;
  }

  static Core expand(Expander expander, Syntax.ListForm form, Scope scope) {
    Syntax template = argument(form, Keyword.QUASIQUOTE);
    return orConstant(new Quasiquote(expander, scope).template(template, 1), template);
  }

  private static Syntax argument(Syntax.ListForm form, Keyword keyword) {
    if (form.items().size() != 2 || form.tail() != null) {
      String name = keyword.spelling();
      throw Rejection.malformed(form, name + " needs one part: (" + name + " part).");
    }
    return form.items().get(1);
  }

  private static Core orConstant(@Nullable Core core, Syntax template) {
    return core == null ? Literals.constant(template) : core;
  }

  /**
   * What makes a template's value; null if nothing in it is unquoted, so that it is a constant.
   *
   * @param level how many quasiquotes are around it that no unquote has undone, from 1
   */
  private @Nullable Core template(Syntax template, int level) {
    expander.deeper(template);
    expander.uses().expression(template);
    @Nullable Core core =
        switch (template) {
          case Syntax.Atom _ -> null;
          case Syntax.ListForm list -> list(list, level);
          case Syntax.VectorForm vector -> vector(vector, level);
          case Syntax.Labelled _, Syntax.LabelReference _ ->
              throw Rejection.malformed(template, "A datum label stands in a template.");
        };
    expander.shallower();
    return core;
  }

  private @Nullable Core list(Syntax.ListForm list, int level) {
    if (list.items().isEmpty()) {
      return null;
    }
    return switch (Expander.keywordOf(list, scope)) {
      case UNQUOTE -> {
        Syntax inner = argument(list, Keyword.UNQUOTE);
        yield level == 1 ? expander.expression(inner, scope) : nested(list, inner, level - 1);
      }
      case QUASIQUOTE -> nested(list, argument(list, Keyword.QUASIQUOTE), level + 1);
      case UNQUOTE_SPLICING -> {
        if (level == 1) {
          throw Rejection.malformed(list, "There is no list here to splice into.");
        }
        yield nested(list, argument(list, Keyword.UNQUOTE_SPLICING), level - 1);
      }
      case null, default -> elements(list, level);
    };
  }

  /** A quasiquote or unquote that is itself data, around a template of another level. */
  private @Nullable Core nested(Syntax.ListForm list, Syntax inner, int level) {
    Segments segments = new Segments();
    segments.add(null, list.items().getFirst());
    add(inner, level, segments);
    return segments.isConstant() ? null : segments.appended(null, list.span());
  }

  private @Nullable Core elements(Syntax.ListForm list, int level) {
    int end = endOfElements(list);
    Segments segments = segments(list.items().subList(0, end), level);
    Syntax tail = end < list.items().size() ? dotted(list, end) : list.tail();
    Core last = tail == null ? null : template(tail, level);
    if (segments.isConstant() && last == null) {
      return null;
    }
    return segments.appended(tail == null ? null : orConstant(last, tail), list.span());
  }

  /** {@code (a . ,b)} is read as {@code (a unquote b)}; its elements end before the word. */
  private int endOfElements(Syntax.ListForm list) {
    int last = list.items().size() - 2;
    boolean dotted =
        last > 0
            && list.tail() == null
            && switch (Expander.keyword(list.items().get(last), scope)) {
              case UNQUOTE, UNQUOTE_SPLICING, QUASIQUOTE -> true;
              case null, default -> false;
            };
    return dotted ? last : list.items().size();
  }

  private static Syntax dotted(Syntax.ListForm list, int index) {
    List<Syntax> items = BasicForms.from(list, index);
    Span span = Lists.around(items.getFirst(), items.getLast());
    return new Syntax.ListForm(items, null, span);
  }

  private @Nullable Core vector(Syntax.VectorForm vector, int level) {
    Segments segments = segments(vector.items(), level);
    if (segments.isConstant()) {
      return null;
    }
    Core list = segments.appended(null, vector.span());
    return Expander.standardCall("list->vector", List.of(list), vector.span());
  }

  private Segments segments(List<Syntax> items, int level) {
    Segments segments = new Segments();
    items.forEach(item -> add(item, level, segments));
    return segments;
  }

  private void add(Syntax item, int level, Segments segments) {
    if (level == 1 && Expander.keywordOf(item, scope) == Keyword.UNQUOTE_SPLICING) {
      Syntax.ListForm splice = (Syntax.ListForm) item;
      segments.splice(expander.expression(argument(splice, Keyword.UNQUOTE_SPLICING), scope));
    } else {
      segments.add(template(item, level), item);
    }
  }

  /** The elements of a list or vector: runs of single ones, and lists that are spliced in. */
  private static final class Segments {
    private final List<Core> lists = new ArrayList<>();
    private final List<Core> run = new ArrayList<>();
    private boolean constant = true;

    void add(@Nullable Core element, Syntax template) {
      constant &= element == null;
      run.add(orConstant(element, template));
    }

    void splice(Core list) {
      constant = false;
      endRun();
      lists.add(list);
    }

    /** Whether all elements are constants. */
    boolean isConstant() {
      return constant;
    }

    private void endRun() {
      if (!run.isEmpty()) {
        Span span = run.getFirst().span();
        lists.add(Expander.standardCall("list", run, span));
        run.clear();
      }
    }

    /** The list of the elements, with a tail if there is one. */
    Core appended(@Nullable Core tail, Span span) {
      endRun();
      if (tail != null) {
        lists.add(tail);
      }
      return lists.size() == 1 ? lists.getFirst() : Expander.standardCall("append", lists, span);
    }
  }
}
