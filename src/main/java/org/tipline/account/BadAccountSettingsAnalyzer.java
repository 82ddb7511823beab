package org.tipline.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class BadAccountSettingsAnalyzer extends AbstractFailureAnalyzer<BadAccountSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadAccountSettings cause) {
    return new FailureAnalysis(
        "The settings for signing in cannot be used.", cause.getMessage(), cause);
  }
}
