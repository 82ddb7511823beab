package org.tipline.channel;

import org.jspecify.annotations.Nullable;

/** A file that came with a message; its name and type are what the sender claims. */
public sealed interface IncomingFile {

  @Nullable String name();

  @Nullable String declaredType();

  /** Still at the provider: fetched after the tip is visible. */
  record AtProvider(MediaReference reference, @Nullable String name, @Nullable String declaredType)
      implements IncomingFile {}

  /** Inside the delivery: the parts of a mail. */
  record Enclosed(byte[] bytes, @Nullable String name, @Nullable String declaredType)
      implements IncomingFile {}

  /** Already kept by content before the delivery was accepted: an upload of the form. */
  record Kept(String sha256, @Nullable String name, @Nullable String declaredType)
      implements IncomingFile {}
}
