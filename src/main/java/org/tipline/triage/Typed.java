package org.tipline.triage;

import org.jspecify.annotations.Nullable;

/** What an editor had typed when something was wrong with it; kept, so that nobody types twice. */
record Typed(@Nullable String reason, @Nullable String link, @Nullable String text) {}
