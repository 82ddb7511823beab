package org.tipline.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next opaque cursor of the following page, null on the last
 * @param meant the words the tips were found by, where no tip has those that were asked for
 */
public record TipPage(List<TipRow> tips, @Nullable String next, @Nullable String meant) {}
