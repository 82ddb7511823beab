package org.tipline.triage;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A type a file may be served as: none of these runs anything in a browser.
 *
 * @param extension for a file that came without a name
 */
record SafeType(MediaType served, String extension) {

  /** By the type the bytes show, as Tika names it. */
  private static final Map<String, SafeType> SAFE =
      Map.ofEntries(
          safe("image/jpeg", "image/jpeg", "jpg"),
          safe("image/png", "image/png", "png"),
          safe("image/gif", "image/gif", "gif"),
          safe("image/webp", "image/webp", "webp"),
          safe("image/heic", "image/heic", "heic"),
          safe("audio/mpeg", "audio/mpeg", "mp3"),
          safe("audio/ogg", "audio/ogg", "ogg"),
          safe("application/ogg", "audio/ogg", "ogg"),
          safe("audio/opus", "audio/ogg", "ogg"),
          safe("audio/vorbis", "audio/ogg", "ogg"),
          safe("audio/mp4", "audio/mp4", "m4a"),
          safe("audio/vnd.wave", "audio/wav", "wav"),
          safe("audio/x-aac", "audio/aac", "aac"),
          safe("audio/amr", "audio/amr", "amr"),
          safe("video/mp4", "video/mp4", "mp4"),
          safe("application/mp4", "video/mp4", "mp4"),
          safe("video/quicktime", "video/quicktime", "mov"),
          safe("video/3gpp", "video/3gpp", "3gp"),
          safe("video/webm", "video/webm", "webm"),
          safe("application/pdf", "application/pdf", "pdf"));

  static Optional<SafeType> of(@Nullable String type) {
    return type == null ? Optional.empty() : Optional.ofNullable(SAFE.get(type));
  }

  /** Whether browsers play it; none plays the AMR of old phones. */
  boolean plays() {
    return served.getType().equals("audio") && !extension.equals("amr");
  }

  /** Whether browsers show it as a video; none shows the 3GP of old phones. */
  boolean shows() {
    return served.getType().equals("video") && !extension.equals("3gp");
  }

  private static Map.Entry<String, SafeType> safe(String type, String served, String extension) {
    return Map.entry(type, new SafeType(MediaType.parseMediaType(served), extension));
  }
}
