package org.tipline.channel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that the provider has approved for sending outside a conversation.
 *
 * @param id the provider's id of it (Twilio: ContentSid)
 * @param name how editors call it
 * @param language ISO 639, {@code sw}
 * @param text what it says, its gaps written {@code {{1}}}, {@code {{2}}}
 */
public record ReplyTemplate(String id, String name, String language, String text) {

  private static final Pattern GAP = Pattern.compile("\\{\\{([1-9][0-9]?)}}");

  /** How many variables it takes: the highest number in it. */
  public int gaps() {
    return GAP.matcher(text).results().mapToInt(ReplyTemplate::number).max().orElse(0);
  }

  /** The text with its gaps filled; {@code variables} are as many as {@link #gaps}. */
  public String filled(List<String> variables) {
    return GAP.matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(variables.get(number(gap) - 1)));
  }

  private static int number(MatchResult gap) {
    return Integer.parseInt(gap.group(1));
  }
}
