package org.tipline.channel.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first address of a header such as From, taken apart before anything in it is decoded: what an
 * encoded word spells out is part of a name, never of an address.
 *
 * @param name empty when there is none
 * @param address checked, its domain in lower case and in ASCII
 */
record Mailbox(String name, String address) {

  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(?:\\.(?!-)[a-z0-9-]{1,63}(?<!-)){0,20}");
  private static final int LONGEST_HEADER = 8 << 10;
  private static final int LONGEST_NAME = 200;

  static Optional<Mailbox> first(String header) {
    var scan = new Scan();
    for (var i = 0; i < Math.min(header.length(), LONGEST_HEADER) && !scan.isDone; i++) {
      scan.next(header.charAt(i));
    }
    return address(scan.address())
        .map(address -> new Mailbox(display(scan.name(), address), address));
  }

  /** The address in its normal form; empty when mail could not be sent to it safely. */
  static Optional<String> address(String text) {
    var at = text.lastIndexOf('@');
    if (at < 1 || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return domain(text.substring(at + 1)).map(domain -> text.substring(0, at) + "@" + domain);
  }

  private static Optional<String> domain(String text) {
    try {
      var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(name -> DOMAIN.matcher(name).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Mailbox[REDACTED]";
  }

  private static String display(String raw, String address) {
    var name = CleanText.oneLine(EncodedWords.decode(raw), LONGEST_NAME);
    return name.equalsIgnoreCase(address) ? "" : name;
  }

  /** One pass over {@code Group: "Name" <address> (remark), next}. */
  private static final class Scan {

    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private boolean isDone;
    private boolean isQuoted;
    private boolean isEscaped;
    private boolean isInAngle;
    private int comments;

    private void next(char c) {
      if (isEscaped || (c != '\\' && isQuoted && c != '"')) {
        isEscaped = false;
        current().append(c);
      } else if (c == '\\') {
        isEscaped = true;
      } else if (c == '"' && comments == 0) {
        isQuoted = !isQuoted;
      } else if (c == '(' && !isInAngle) {
        comments++;
      } else if (c == ')' && comments > 0) {
        comments--;
      } else if (comments > 0) {
        comment.append(c);
      } else {
        outside(c);
      }
    }

    private void outside(char c) {
      switch (c) {
        case '<' -> isInAngle = angle.isEmpty();
        case '>' -> isInAngle = false;
        case ',', ';' -> separator(c);
        case ':' -> group(c);
        default -> current().append(c);
      }
    }

    /** The mailbox ends, unless nothing was in it yet or it is a name written without quotes. */
    private void separator(char c) {
      isDone = !angle.isEmpty() || phrase.indexOf("@") >= 0;
      if (!isDone) {
        phrase.append(c);
      }
    }

    private void group(char c) {
      if (isInAngle) {
        angle.append(c);
      } else {
        phrase.setLength(0);
      }
    }

    private StringBuilder current() {
      return comments > 0 ? comment : isInAngle ? angle : phrase;
    }

    private String address() {
      return (angle.isEmpty() ? phrase : angle).toString().strip();
    }

    private String name() {
      return (angle.isEmpty() ? comment : phrase).toString().strip();
    }
  }
}
