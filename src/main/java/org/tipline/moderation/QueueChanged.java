package org.tipline.moderation;

/**
 * Something in the queue is not as it was, here or at another instance. Published at most a few
 * times a second, outside any transaction; screens re-read what they show.
 */
public record QueueChanged() {}
