package org.tipline.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, longest waiting first.
 *
 * @param next opaque cursor of the following page, null on the last
 */
public record TipPage(List<TipRow> tips, @Nullable String next) {}
