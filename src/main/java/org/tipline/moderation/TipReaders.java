package org.tipline.moderation;

import java.util.List;
import java.util.UUID;

/**
 * Who reads a tip right now.
 *
 * @param desk where the tip is
 * @param editors by name
 */
public record TipReaders(UUID desk, List<PresentEditor> editors) {}
