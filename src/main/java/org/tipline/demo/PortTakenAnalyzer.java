package org.tipline.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a sentence instead of a stack trace. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortTaken> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, PortTaken cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Stop the program that uses this port (another demo?), or give "
            + cause.key()
            + " another number in config/application-demo.yaml.",
        cause);
  }
}
