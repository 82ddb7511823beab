/**
 * What a reader sent: submissions, their readers and attachments. What enters is a message a
 * channel read; what leaves is {@link SubmissionReceived}, by id.
 */
@ApplicationModule(
    displayName = "Submission",
    allowedDependencies = {"channel", "media", "seal", "lane"})
@NullMarked
package org.tipline.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
