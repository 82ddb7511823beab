package org.tipline.account;

import java.io.Serializable;
import java.util.UUID;

/** Who is signed in; what controllers ask for with {@code @AuthenticationPrincipal}. */
public interface SignedIn extends Serializable {

  UUID editorId();

  String editorName();

  /** Where they sit, read anew with each request. */
  Seats seats();
}
