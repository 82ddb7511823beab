package org.tipline.reply;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class BadReplyTextsAnalyzer extends AbstractFailureAnalyzer<BadReplyTexts> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadReplyTexts cause) {
    return new FailureAnalysis(
        "A text for readers (config/replies.yaml) cannot be used.", cause.getMessage(), cause);
  }
}
