package org.tipline.channel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel lets the newsroom write, so that the reply box can say it before sending.
 *
 * @param longest characters (UTF-16) a reply may have
 * @param countsSegments the reply is paid for and sent by the SMS segment
 * @param window how long after the reader's last message free text may be sent; null: always
 * @param templates approved texts that may be sent at any time
 */
public record ReplyRules(
    int longest, boolean countsSegments, @Nullable Duration window, List<ReplyTemplate> templates) {

  public ReplyRules {
    templates = List.copyOf(templates);
  }
}
