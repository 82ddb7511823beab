package org.tipline.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long a test waits for what must come: a busy machine is no failure. */
public final class Patience implements BeforeAllCallback {

  private static final Duration LONGEST = Duration.ofSeconds(40);

  @Override
  public void beforeAll(ExtensionContext test) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}
