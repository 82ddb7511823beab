package org.tipline.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The one place a sealed value belongs to: moved anywhere else, it does not open. */
public record Binding(String table, String column, UUID row) {

  byte[] associatedData() {
    return (table + "/" + column + "/" + row).getBytes(StandardCharsets.UTF_8);
  }
}
