package org.tipline.seal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class KeyFileUnusableAnalyzer extends AbstractFailureAnalyzer<KeyFileUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, KeyFileUnusable cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
