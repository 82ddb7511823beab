package org.tipline.moderation;

import java.util.UUID;

/** An editor who reads a tip right now, by the name colleagues know. */
public record PresentEditor(UUID id, String name) {}
