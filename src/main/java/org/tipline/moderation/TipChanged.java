package org.tipline.moderation;

import java.util.UUID;

/** A tip is not as it was: a further submission, a claim, a decision, a note. */
public record TipChanged(UUID tipId) {}
