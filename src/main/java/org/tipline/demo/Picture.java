package org.tipline.demo;

import java.nio.file.Path;

/**
 * A file of the seeds that made-up readers can send.
 *
 * @param id as Twilio names it, {@code ME…}
 */
record Picture(String id, Path file) {

  /** {@code flooded-road.jpg}. */
  public String name() {
    var parts = file.getFileName().toString().split("\\.", -1);
    return parts[0] + "." + parts[parts.length - 1];
  }

  public boolean isImage() {
    return name().endsWith(".jpg");
  }

  String type() {
    return isImage() ? "image/jpeg" : "audio/ogg";
  }
}
