package org.tipline.channel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class HalfConfiguredAnalyzer extends AbstractFailureAnalyzer<HalfConfigured> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, HalfConfigured cause) {
    return new FailureAnalysis("A channel is configured only in part.", cause.getMessage(), cause);
  }
}
