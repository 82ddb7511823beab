package org.tipline.account;

import java.util.UUID;

/** A person who sits at a desk. */
public record Member(UUID editor, String name, String email, SeatRole role, boolean enabled) {}
