package org.tipline.submission;

import java.util.List;

/**
 * The first that their readers ever sent, so that none of them goes on with anything; published
 * inside the transaction that keeps them.
 */
public record FirstSubmissions(List<Submission> submissions) {

  public FirstSubmissions {
    submissions = List.copyOf(submissions);
  }
}
