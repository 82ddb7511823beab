package org.tipline.folder;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class DataFolderUnusableAnalyzer extends AbstractFailureAnalyzer<DataFolderUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DataFolderUnusable cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Make it readable and writable for the user Tipline runs as, or name another folder with"
            + " TIPLINE_DATA.",
        cause);
  }
}
