package org.tipline.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class DatabaseUnfitAnalyzer extends AbstractFailureAnalyzer<DatabaseUnfit> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DatabaseUnfit cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
