package org.tipline.channel.form;

import org.jspecify.annotations.Nullable;

/**
 * A file the reader chose, already in the media store.
 *
 * @param name as the browser called it, without folders: data, never a path
 * @param bytes its size; 0 for a file that was empty on the reader's phone
 */
record Upload(@Nullable String name, @Nullable String declaredType, String sha256, long bytes) {

  @Override
  public String toString() {
    return "Upload[" + bytes + " bytes]";
  }
}
