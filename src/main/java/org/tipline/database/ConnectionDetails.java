package org.tipline.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How the pool reaches the embedded server. */
record ConnectionDetails(int port, String password) implements JdbcConnectionDetails {

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public String getUsername() {
    return "postgres";
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String toString() {
    return getJdbcUrl();
  }
}
