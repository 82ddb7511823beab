package org.tipline.channel.email;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** The words of an HTML mail, as a reader would see them; nothing it refers to is ever loaded. */
final class HtmlText implements NodeFilter {

  private static final int MAX_CHARACTERS = 5 << 20;
  private static final int MAX_TAGS = 200_000;
  private static final Duration MAX_TIME = Duration.ofSeconds(2);

  private static final Set<String> UNSEEN =
      Set.of("head", "script", "style", "title", "template", "svg", "math", "iframe", "object");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "(?:^|;)(?:display:none|visibility:hidden|mso-hide:all"
              + "|(?:font-size|opacity):0(?:\\.0+)?(?:px|pt|em|%)?(?:;|!|$))");
  private static final Pattern COLLAPSED =
      Pattern.compile("(?:^|;)(?:max-)?(?:width|height):0(?:px|pt|em|%)?(?:;|!|$)");

  private final long end = System.nanoTime() + MAX_TIME.toNanos();
  private final HtmlLines lines = new HtmlLines();

  private HtmlText() {}

  /** Empty when it is too large or too twisted to be converted in time. */
  static Optional<String> of(String html) {
    if (html.length() > MAX_CHARACTERS || html.chars().filter(c -> c == '<').count() > MAX_TAGS) {
      return Optional.empty();
    }
    return new HtmlText().convert(html);
  }

  private Optional<String> convert(String html) {
    try {
      Parser.htmlParser().parseInput(new UntilLate(html), "").filter(this);
      return isLate() ? Optional.empty() : Optional.of(lines.toString());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (isLate() || lines.isFull()) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text) {
      lines.text(text.getWholeText());
    } else if (node instanceof Element element) {
      if (isHidden(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element) {
    switch (element.normalName()) {
      case "br" -> lines.breakLine();
      case "hr" -> lines.rule();
      case "li" -> lines.item();
      case "img" -> lines.picture(element.attr("alt"));
      case "a" -> lines.openLink();
      case "td", "th" -> lines.cell();
      default -> openBlock(element);
    }
  }

  private void close(Element element) {
    switch (element.normalName()) {
      case "br", "hr", "img", "td", "th" -> {}
      case "a" -> lines.closeLink(element.attr("href").strip());
      default -> closeBlock(element);
    }
  }

  private void openBlock(Element element) {
    space(element);
    switch (element.normalName()) {
      case "blockquote" -> lines.quote(1);
      case "ul" -> lines.openList(false);
      case "ol" -> lines.openList(true);
      case "pre" -> lines.keepBlanks(true);
      default -> {}
    }
  }

  private void closeBlock(Element element) {
    switch (element.normalName()) {
      case "blockquote" -> lines.quote(-1);
      case "ul", "ol" -> lines.closeList();
      case "pre" -> lines.keepBlanks(false);
      default -> {}
    }
    space(element);
  }

  private void space(Element element) {
    if (PARAGRAPHS.contains(element.normalName()) && !lines.isInList()) {
      lines.paragraph();
    } else if (element.isBlock()) {
      lines.block();
    }
  }

  private static boolean isHidden(Element element) {
    if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    var style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    return HIDDEN.matcher(style).find()
        || (COLLAPSED.matcher(style).find() && style.contains("overflow:hidden"))
        || isTrackingPixel(element);
  }

  private static boolean isTrackingPixel(Element element) {
    return element.normalName().equals("img") && element.attr("width").matches("[01](px)?");
  }

  private boolean isLate() {
    return System.nanoTime() > end;
  }

  /** The parser asks for its input bit by bit, which is where it can be stopped. */
  private final class UntilLate extends FilterReader {

    private UntilLate(String html) {
      super(new StringReader(html));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (isLate()) {
        throw new UncheckedIOException(new IOException("the time for this mail is over"));
      }
      return super.read(buffer, offset, length);
    }
  }
}
