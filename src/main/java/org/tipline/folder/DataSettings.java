package org.tipline.folder;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data folder is.
 *
 * @param data a path; a relative one starts at the working directory
 */
@ConfigurationProperties("tipline")
public record DataSettings(String data) {

  Path root() {
    return Path.of(data).toAbsolutePath().normalize();
  }
}
