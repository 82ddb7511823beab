package org.tipline.channel.form;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.media.MediaStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that survive a refused post, so that nobody uploads a video twice for a misspelt address.
 * Signed: a hash alone would let anyone attach the file of another reader.
 */
@Component
class KeptUploads {

  private static final String PURPOSE = "form-file";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Stamp stamp;
  private final MediaStore media;

  KeptUploads(Stamp stamp, MediaStore media) {
    this.stamp = stamp;
    this.media = media;
  }

  String stamp(Upload upload) {
    return stamp.put(PURPOSE, JSON.writeValueAsBytes(upload));
  }

  /** Those that are ours and still there. */
  List<Upload> read(List<String> stamped) {
    return stamped.stream().limit(Limits.PARTS).flatMap(value -> read(value).stream()).toList();
  }

  private Optional<Upload> read(String stamped) {
    return stamp
        .read(PURPOSE, stamped)
        .map(KeptUploads::parse)
        .filter(upload -> media.find(upload.sha256()).isPresent());
  }

  private static Upload parse(byte[] json) {
    try {
      return JSON.readValue(json, Upload.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("a file's stamp is ours but not its content", e);
    }
  }
}
