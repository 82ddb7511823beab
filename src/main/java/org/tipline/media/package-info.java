/**
 * Files by content: what enters is a stream, what leaves is its hash, its size, the type its bytes
 * show, and a safe copy of an image. Names never become paths.
 */
@ApplicationModule(
    displayName = "Media",
    allowedDependencies = {"folder"})
@NullMarked
package org.tipline.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
