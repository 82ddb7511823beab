package org.tipline.moderation;

import java.util.List;
import java.util.Map;

/**
 * Somebody opened or left a tip, here or at another instance. Published at most a few times a
 * second, outside any transaction.
 *
 * @param readers by reference: who reads it
 */
public record PresenceChanged(Map<String, List<PresentEditor>> readers) {}
