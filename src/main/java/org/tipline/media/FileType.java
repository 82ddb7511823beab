package org.tipline.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its first bytes alone: nothing is parsed, and no name or claim counts. */
class FileType {

  /** In which a browser would run what the sender wrote; xml is any type built on it as well. */
  private static final Set<String> ACTIVE = Set.of("html", "xml", "javascript", "ecmascript");

  private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

  private FileType() {}

  /** A media type; {@code application/octet-stream} for unknown bytes, and for active ones. */
  static String of(Path file) throws IOException {
    try (var content = new BufferedInputStream(Files.newInputStream(file))) {
      var type = MAGIC.detect(content, new Metadata()).getBaseType();
      return isActive(type) ? MediaType.OCTET_STREAM.toString() : type.toString();
    }
  }

  private static boolean isActive(MediaType type) {
    var subtype = type.getSubtype();
    return ACTIVE.contains(subtype) || subtype.endsWith("+xml");
  }
}
