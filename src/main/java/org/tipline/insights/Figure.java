package org.tipline.insights;

import org.tipline.account.Sight;

/** One thing to look back at. */
interface Figure {

  /** In addresses, file names and the keys of its words. */
  String name();

  /** Counts what is at desks that the viewer sees, and nothing else. */
  Table of(Period period, Sight sight);
}
