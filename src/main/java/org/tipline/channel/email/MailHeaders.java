package org.tipline.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headers of a mail or of a part, unfolded and otherwise as they came: each byte is one
 * character, encoded words are not decoded.
 */
final class MailHeaders {

  private static final Pattern LINE =
      Pattern.compile("([!-9;-~]{1,200})[ \\t]*:(.*)", Pattern.DOTALL);

  /** The line that mailboxes put before each mail, and some forwarders leave in. */
  private static final String MBOX = "From ";

  private final List<Header> headers = new ArrayList<>();

  /** Where the body begins. */
  private int end;

  private record Header(String name, String value) {}

  private MailHeaders() {}

  /**
   * Reads up to the first empty line, or to the first that is no header: some writers forget it.
   */
  static MailHeaders read(Span part, MailCaps caps) {
    var headers = new MailHeaders();
    var at = afterMboxLine(part);
    while (at < part.to()) {
      var next = headerEnd(part, at);
      var line = part.line(at, next);
      if (line.length() == 0) {
        at = next;
        break;
      }
      if (!caps.isExceeded() && !isHeader(line)) {
        break;
      }
      if (caps.takeHeader(line.length())) {
        headers.add(line.latin1());
      }
      at = next;
    }
    headers.end = at;
    return headers;
  }

  int end() {
    return end;
  }

  Optional<String> first(String name) {
    return all(name).findFirst();
  }

  Stream<String> all(String name) {
    return headers.stream().filter(header -> header.name.equals(name)).map(Header::value);
  }

  boolean has(String name) {
    return all(name).findFirst().isPresent();
  }

  boolean hasAnyStartingWith(String prefix) {
    return headers.stream().anyMatch(header -> header.name.startsWith(prefix));
  }

  private static int afterMboxLine(Span part) {
    var next = part.nextLine(part.from());
    var isMbox = part.startsWith(MBOX) && !isHeader(part.line(part.from(), next));
    return isMbox ? next : part.from();
  }

  private static int headerEnd(Span part, int at) {
    var next = part.nextLine(at);
    if (part.line(at, next).length() > 0) {
      while (part.isFolded(next)) {
        next = part.nextLine(next);
      }
    }
    return next;
  }

  private static boolean isHeader(Span line) {
    return LINE.matcher(line.sub(line.from(), Math.min(line.to(), line.from() + 256)).latin1())
        .matches();
  }

  private void add(String folded) {
    var header = LINE.matcher(folded.replace("\r", "").replace("\n", ""));
    if (header.matches()) {
      headers.add(new Header(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip()));
    }
  }
}
