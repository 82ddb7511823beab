package org.tipline.channel;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a provider gets back.
 *
 * @param contentType null when the body is empty
 */
public record WebhookAnswer(int status, @Nullable String contentType, byte[] body) {

  /** Success without a word. */
  public static final WebhookAnswer EMPTY = new WebhookAnswer(200, null, new byte[0]);

  public static WebhookAnswer of(String contentType, String body) {
    return new WebhookAnswer(200, contentType, body.getBytes(StandardCharsets.UTF_8));
  }
}
