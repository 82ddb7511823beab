package org.tipline.moderation;

import java.util.UUID;

/** A new tip waits in the queue; published inside its transaction, by id. */
public record TipOpened(UUID tipId, UUID deskId) {}
