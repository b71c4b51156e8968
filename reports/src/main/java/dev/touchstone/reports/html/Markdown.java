package dev.touchstone.reports.html;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown to HTML that is safe on a page: markup in the text is shown, not obeyed; addresses other
 * than web and mail are dropped; an image becomes its description, and a link to another file of
 * the spec its text, for neither would be found beside the report.
 */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private Markdown() {}

  /** The text as HTML blocks. */
  public static String toHtml(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new Unlinker());
    return RENDERER.render(document);
  }

  /** Replaces a node by its children where nothing may be loaded or found. */
  private static final class Unlinker extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!link.getDestination().matches("https?://.*")) {
        unwrap(link);
      }
    }

    private static void unwrap(Node node) {
      for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
        node.insertBefore(child);
      }
      node.unlink();
    }
  }
}
