package org.tipline.moderation;

import java.util.UUID;

/** A tip waits at another desk now; published inside the act's transaction, by id. */
public record TipMoved(UUID tipId, UUID deskId) {}
