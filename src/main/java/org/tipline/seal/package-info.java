/**
 * Sealing and blind indexes: what tells who a source is stays unreadable without our key files.
 *
 * <p>What enters: bytes and the row they belong to. What leaves: ciphertext that opens at that row
 * only, and keyed hashes that find an address without opening it.
 */
@ApplicationModule(
    displayName = "Seal",
    allowedDependencies = {"folder"})
@NullMarked
package org.tipline.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
