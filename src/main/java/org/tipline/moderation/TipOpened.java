package org.tipline.moderation;

import java.util.UUID;

/** A new tip that waits in the queue; one of {@link TipsOpened}. */
public record TipOpened(UUID tipId, UUID deskId) {}
