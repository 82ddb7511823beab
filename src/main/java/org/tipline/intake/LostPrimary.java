package org.tipline.intake;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has a pool drop a connection that says it can only read: after a failover it leads to the old
 * primary, and would for as long as it lives. Both pools name it in their settings.
 */
public final class LostPrimary implements SQLExceptionOverride {

  private static final String READ_ONLY = "25006";

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return READ_ONLY.equals(e.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
