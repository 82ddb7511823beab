package org.tipline.intake;

import java.time.Instant;

/**
 * A file of the spool that could not be brought into the database and waits for a person.
 *
 * @param name as it is in the folder {@code spool/bad}
 * @param writtenAt when its content was last changed
 * @param reason why, in words
 */
public record ParkedSpoolFile(String name, Instant writtenAt, long bytes, String reason) {}
