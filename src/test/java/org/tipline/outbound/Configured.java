package org.tipline.outbound;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator writes them: what is not set here has its real default. */
class Configured {

  private final Map<String, String> properties = new HashMap<>();

  static Configured settings() {
    return new Configured();
  }

  Configured listing(String... hosts) {
    return with("private-hosts", String.join(",", hosts));
  }

  Configured read(String timeout) {
    return with("read-timeout", timeout);
  }

  Configured total(String timeout) {
    return with("total-timeout", timeout);
  }

  Configured max(String bytes) {
    return with("max-bytes", bytes);
  }

  private Configured with(String key, String value) {
    properties.put("tipline.outbound." + key, value);
    return this;
  }

  OutboundSettings build() {
    var binder = new Binder(new MapConfigurationPropertySource(properties));
    return binder.bindOrCreate("tipline.outbound", OutboundSettings.class);
  }
}
