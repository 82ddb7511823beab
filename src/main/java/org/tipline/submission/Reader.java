package org.tipline.submission;

import java.util.UUID;

/**
 * The person who wrote, as screens may know them: a label, never an address.
 *
 * @param label {@code Reader 7F2}
 */
public record Reader(UUID id, String label) {}
