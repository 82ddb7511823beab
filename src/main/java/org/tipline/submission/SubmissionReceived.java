package org.tipline.submission;

import java.util.UUID;

/** A submission is kept; published inside its transaction, by id. */
public record SubmissionReceived(UUID submissionId) {}
