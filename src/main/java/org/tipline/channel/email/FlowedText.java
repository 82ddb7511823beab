package org.tipline.channel.email;

/** Joins the lines that a mail program broke, RFC 3676; quotes and signatures stay apart. */
final class FlowedText {

  private static final String SIGNATURE = "-- ";

  private final boolean deletesBlank;
  private final StringBuilder out = new StringBuilder();

  /** How deep the paragraph is quoted that goes on with the next line, or -1. */
  private int openDepth = -1;

  private FlowedText(boolean deletesBlank) {
    this.deletesBlank = deletesBlank;
  }

  /** {@code deletesBlank} is the parameter {@code delsp=yes}: the blank at the end was added. */
  static String of(String text, boolean deletesBlank) {
    var flowed = new FlowedText(deletesBlank);
    text.lines().forEach(flowed::add);
    return flowed.out.toString();
  }

  private void add(String line) {
    var depth = depth(line);
    var stuffed = line.substring(depth);
    var words = stuffed.startsWith(" ") ? stuffed.substring(1) : stuffed;
    var isSignature = words.equals(SIGNATURE);
    if (depth != openDepth || isSignature) {
      out.append(out.isEmpty() ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
    }
    var flows = words.endsWith(" ") && !isSignature;
    out.append(flows && deletesBlank ? words.substring(0, words.length() - 1) : words);
    openDepth = flows ? depth : -1;
  }

  private static int depth(String line) {
    var depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
