package org.tipline.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whom the application may call, and how patient it is.
 *
 * @param privateHosts {@code host:port} of the newsroom's own servers: the only private addresses
 *     it calls, and the only ones it calls without TLS
 * @param connectTimeout until the connection stands
 * @param readTimeout until the answer begins, and between any two pieces of it
 * @param totalTimeout from the first hop to the last byte of a file
 * @param maxBytes the longest file that is read at all
 */
@ConfigurationProperties("tipline.outbound")
public record OutboundSettings(
    @DefaultValue List<String> privateHosts,
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("60s") Duration readTimeout,
    @DefaultValue("10m") Duration totalTimeout,
    @DefaultValue("100MB") DataSize maxBytes) {

  public OutboundSettings {
    privateHosts = List.copyOf(privateHosts);
  }
}
