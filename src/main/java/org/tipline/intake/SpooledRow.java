package org.tipline.intake;

/** A file of the spool, and the row it becomes. */
record SpooledRow(String file, SealedDelivery row) {}
