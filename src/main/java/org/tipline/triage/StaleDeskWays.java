package org.tipline.triage;

/** Somebody else has changed how the desk works since the page was shown. */
class StaleDeskWays extends RuntimeException {}
