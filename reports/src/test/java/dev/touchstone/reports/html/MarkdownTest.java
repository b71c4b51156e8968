package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void rendersAClause() {
    assertThat(Markdown.toHtml("A *call* in `(f x)`."))
        .isEqualTo("<p>A <em>call</em> in <code>(f x)</code>.</p>\n");
  }

  @Test
  void showsMarkupInsteadOfObeyingIt() {
    assertThat(Markdown.toHtml("<script>alert(1)</script> <b>x</b>"))
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;");
  }

  @Test
  void loadsNoImageAndFollowsOnlyTheWeb() {
    assertThat(
            Markdown.toHtml("![pic](https://example.org/a.png) [t](02-t.md#x) [j](javascript:1)"))
        .isEqualTo("<p>pic t j</p>\n");
    assertThat(Markdown.toHtml("[r](https://example.org/)"))
        .contains("href=\"https://example.org/\"");
  }
}
