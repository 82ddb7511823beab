package org.tipline.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tips.
 *
 * @param next what to pass as {@code after} for the following page, null on the last
 */
record TipsJson(List<TipJson> tips, @Nullable String next) {}
