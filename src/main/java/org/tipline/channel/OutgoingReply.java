package org.tipline.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reply on its way to a reader.
 *
 * @param token unguessable and the same for every try; a channel that names its own messages, as
 *     mail does, names this one by it
 * @param to null for a channel that keeps replies until the reader comes for them, as the web form
 * @param text the words; with a template, what the template says with its variables filled in
 * @param template null: free text
 * @param automatic a machine wrote it, and other machines are to be told so; false: an editor did
 * @param answers the reader's message it answers, null when it answers none
 * @param firstTriedAt when the first try began: what a look-up searches from
 */
public record OutgoingReply(
    UUID id,
    String token,
    @Nullable Address to,
    String text,
    @Nullable FilledTemplate template,
    boolean automatic,
    @Nullable Answers answers,
    Instant firstTriedAt) {

  /**
   * A text the provider has approved, with its gaps filled.
   *
   * @param template {@link ReplyTemplate#id}
   * @param variables in the template's order, {@code {{1}}} first
   */
  public record FilledTemplate(String template, List<String> variables) {

    public FilledTemplate {
      variables = List.copyOf(variables);
    }
  }

  /**
   * The message a reply answers.
   *
   * @param messageId how the reader's own program names it (mail: Message-ID), null when unknown
   */
  public record Answers(@Nullable String messageId, @Nullable String subject) {}

  @Override
  public String toString() {
    return "OutgoingReply[" + id + "]";
  }
}
