package org.tipline.moderation;

import java.util.UUID;

/** A tip is not at that desk any more; published inside the act's transaction, by id. */
record TipLeft(UUID tipId, UUID deskId) {}
