package org.tipline.account;

import java.util.UUID;

/** An editor may not sign in any more; published inside the transaction that says so, by id. */
public record EditorDisabled(UUID editorId) {}
