package org.tipline.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How mails name themselves and each other, {@code <left@right>}. Read strictly: what a reader's
 * mail calls itself is written into the headers of ours.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322 §3.6.4</a>
 */
final class MessageId {

  /** Printable ASCII without the characters that delimit it; a header's line has 998 at most. */
  private static final Pattern SHAPE = Pattern.compile("<[!-;=?A-~]{1,400}@[!-;=?A-~]{1,400}>");

  /** Newer ones than that are enough to find the one we sent. */
  private static final int MOST = 200;

  private static final int LONGEST_HEADER = 64 << 10;

  private MessageId() {}

  /** The first there is in {@code text}; empty when it is none that may stand in a header. */
  static Optional<String> parse(String text) {
    return SHAPE.matcher(text).results().map(found -> found.group()).findFirst();
  }

  static String ofToken(String token, OurAddresses ours) {
    return "<" + token + "@" + ours.domain() + ">";
  }

  /**
   * The token of one of our replies that a mail names: In-Reply-To before References, newest first.
   */
  static Optional<String> tokenIn(MailHeaders headers, OurAddresses ours) {
    return Stream.of("in-reply-to", "references")
        .flatMap(headers::all)
        .flatMap(header -> newestFirst(header).stream())
        .flatMap(id -> token(id, ours).stream())
        .findFirst();
  }

  private static List<String> newestFirst(String header) {
    var ids = new ArrayList<String>();
    var cut = header.substring(Math.max(0, header.length() - LONGEST_HEADER));
    SHAPE.matcher(cut).results().forEach(found -> ids.addFirst(found.group()));
    return ids.subList(0, Math.min(ids.size(), MOST));
  }

  private static Optional<String> token(String id, OurAddresses ours) {
    var at = id.lastIndexOf('@');
    return id.substring(at + 1, id.length() - 1).equalsIgnoreCase(ours.domain())
        ? OurAddresses.token(id.substring(1, at))
        : Optional.empty();
  }
}
