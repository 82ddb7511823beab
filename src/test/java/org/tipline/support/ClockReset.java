package org.tipline.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the shared clock right after each test. */
class ClockReset implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext test) {
    SpringExtension.getApplicationContext(test).getBean(SettableClock.class).reset();
  }
}
