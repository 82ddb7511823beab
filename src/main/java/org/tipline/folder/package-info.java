/**
 * The data folder: where everything lives that is ours on this machine and not in the database.
 *
 * <p>What enters: the name of a part, or bytes that must outlive a power cut. What leaves: a folder
 * only its owner may read, and files that are either whole or not there.
 */
@ApplicationModule(
    displayName = "Data folder",
    allowedDependencies = {})
@NullMarked
package org.tipline.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
