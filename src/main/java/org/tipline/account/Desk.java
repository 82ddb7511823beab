package org.tipline.account;

import java.util.UUID;

/**
 * A team of editors with its own part of the queue.
 *
 * @param slug its short name in addresses and the API, {@code news}
 */
public record Desk(UUID id, String slug, String name) {}
