package org.tipline.moderation;

import java.util.UUID;

/** By what name colleagues know an editor. */
@FunctionalInterface
interface EditorNames {

  String of(UUID editor);
}
