package org.tipline.channel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class BadNewsroomPlaceAnalyzer extends AbstractFailureAnalyzer<BadNewsroomPlace> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadNewsroomPlace cause) {
    return new FailureAnalysis(
        "A setting of the newsroom cannot be used.", cause.getMessage(), cause);
  }
}
