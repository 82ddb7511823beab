package org.tipline.moderation;

import java.util.List;
import org.tipline.moderation.ListCounts.ListCount;

/** A page of a list, and how many tips some other lists have. */
public record CountedPage(TipPage page, List<ListCount> counts) {}
