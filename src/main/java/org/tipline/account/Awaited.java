package org.tipline.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whose password was right and who is not signed in yet, as kept in the session.
 *
 * @param since when the password was given
 */
record Awaited(UUID editor, Instant since) implements Serializable {}
