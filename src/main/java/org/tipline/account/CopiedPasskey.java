package org.tipline.account;

/** A passkey has signed more often than it says, so that there are two of it. */
class CopiedPasskey extends RuntimeException {}
