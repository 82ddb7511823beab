package org.tipline.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of a multipart, RFC 2046 §5.1, also where its end or its boundary is missing. */
final class MultipartBody {

  private static final String DASHES = "--";

  private final Span body;
  private final MailCaps caps;

  MultipartBody(Span body, MailCaps caps) {
    this.body = body;
    this.caps = caps;
  }

  /** What stands before the first part and after the last is meant for nobody. */
  List<Span> split(Optional<String> boundary) {
    var parts = boundary.map(text -> splitAt(DASHES + text)).orElse(List.of());
    return parts.isEmpty() ? guessDelimiter().map(this::splitAt).orElse(List.of()) : parts;
  }

  private List<Span> splitAt(String delimiter) {
    var parts = new ArrayList<Span>();
    var start = -1;
    for (var at = body.from(); at < body.to(); at = body.nextLine(at)) {
      var ending = ending(at, delimiter);
      if (ending.isEmpty()) {
        continue;
      }
      if (start >= 0) {
        parts.add(body.line(start, at)); // the line end before a delimiter belongs to it
      }
      if (ending.get().equals(DASHES) || !caps.takePart()) {
        return parts;
      }
      start = body.nextLine(at);
    }
    if (start >= 0) {
      parts.add(body.sub(start, body.to()));
    }
    return parts;
  }

  /** What follows the delimiter on its line, if that is nothing or the dashes of the last one. */
  private Optional<String> ending(int at, String delimiter) {
    if (body.bytes()[at] != '-' || !body.sub(at, body.to()).startsWith(delimiter)) {
      return Optional.empty();
    }
    var line = body.line(at, body.nextLine(at));
    var rest = line.sub(Math.min(at + delimiter.length(), line.to()), line.to());
    return Optional.of(rest.latin1().strip()).filter(text -> text.isEmpty() || text.equals(DASHES));
  }

  /** The first line that looks like one. */
  private Optional<String> guessDelimiter() {
    for (var at = body.from(); at < body.to(); at = body.nextLine(at)) {
      var line = body.line(at, body.nextLine(at));
      if (line.length() > 4 && line.length() < 80 && line.startsWith(DASHES)) {
        var text = line.latin1().strip();
        if (!text.chars().allMatch(c -> c == '-')) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }
}
