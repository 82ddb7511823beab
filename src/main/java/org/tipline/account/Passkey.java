package org.tipline.account;

import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param label what they call it, 1 to 60 characters
 */
record Passkey(UUID id, String label) {}
