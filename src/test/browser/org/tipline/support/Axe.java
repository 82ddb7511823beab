package org.tipline.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/**
 * Whether everybody can use a page, as far as <a
 * href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md">axe-core's
 * rules</a> tell.
 */
public final class Axe {

  private Axe() {}

  /** No rule is broken, in the state and the colours that the page is in. */
  public static void assertAccessible(Page page) {
    // in the page itself: otherwise a second one is opened each time, for frames that ours never
    // have
    var broken = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    assertThat(broken)
        .as(page.url() + broken.stream().map(rule -> rule.getId() + rule.getNodes()).toList())
        .isEmpty();
  }
}
