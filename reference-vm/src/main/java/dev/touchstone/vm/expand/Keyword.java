package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The special forms, and the words that have a meaning inside them. */
enum Keyword {
  QUOTE,
  IF,
  LAMBDA,
  CASE_LAMBDA("case-lambda"),
  DEFINE,
  DEFINE_VALUES("define-values"),
  DEFINE_RECORD_TYPE("define-record-type"),
  DEFINE_SYNTAX("define-syntax"),
  LET_SYNTAX("let-syntax"),
  LETREC_SYNTAX("letrec-syntax"),
  SYNTAX_RULES("syntax-rules"),
  SYNTAX_ERROR("syntax-error"),
  SET("set!"),
  BEGIN,
  LET,
  LET_STAR("let*"),
  LETREC,
  LETREC_STAR("letrec*"),
  LET_VALUES("let-values"),
  LET_STAR_VALUES("let*-values"),
  DO,
  CASE,
  COND,
  AND,
  OR,
  WHEN,
  UNLESS,
  DELAY,
  DELAY_FORCE("delay-force"),
  PARAMETERIZE,
  GUARD,
  QUASIQUOTE,
  UNQUOTE,
  UNQUOTE_SPLICING("unquote-splicing"),
  ELSE,
  ARROW("=>"),
  ELLIPSIS("..."),
  UNDERSCORE("_"),
  COND_EXPAND("cond-expand"),
  INCLUDE,
  INCLUDE_CI("include-ci"),
  IMPORT,
  DEFINE_LIBRARY("define-library");

  private static final Map<String, Keyword> BY_SPELLING =
      Arrays.stream(values()).collect(Collectors.toMap(Keyword::spelling, keyword -> keyword));

  private final String spelling;

  Keyword() {
    this.spelling = name().toLowerCase(Locale.ROOT);
  }

  Keyword(String spelling) {
    this.spelling = spelling;
  }

  /** The keyword that a name is bound to, or null. */
  static @Nullable Keyword of(Symbol name) {
    return BY_SPELLING.get(name.name());
  }

  /** The name that is bound to it. */
  String spelling() {
    return spelling;
  }
}
