package org.tipline.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; itself it is kept nowhere.
 *
 * @param desk the name of the only desk it reads, null: it reads them all
 * @param madeBy the name of the administrator
 * @param lastUsedAt to the hour, null: not used yet
 */
public record ApiToken(
    UUID id,
    String name,
    @Nullable String desk,
    String madeBy,
    Instant madeAt,
    @Nullable Instant lastUsedAt) {}
