package org.tipline.channel.email;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tipline.channel.HalfConfigured;

/**
 * Which mail is ours and how it comes in.
 *
 * @param address one address or several, separated by commas; the channel is off when empty
 * @param maxBytes the largest mail taken, as it comes over the wire
 */
@ConfigurationProperties("tipline.channels.email")
record EmailSettings(
    @DefaultValue List<String> address,
    @DefaultValue("35MB") DataSize maxBytes,
    @DefaultValue Smtp smtp) {

  private static final String KEY = "tipline.channels.email.";
  private static final DataSize LARGEST = DataSize.ofMegabytes(256);

  EmailSettings {
    address = List.copyOf(address);
    OurAddresses.check(address);
    if (address.isEmpty() && smtp.certificate != null) {
      throw new HalfConfigured(KEY + "address", KEY + "smtp.certificate");
    }
    if (maxBytes.toBytes() < 1024 || maxBytes.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("Set " + KEY + "max-bytes to between 1KB and 256MB.");
    }
  }

  int maxByteCount() {
    return Math.toIntExact(maxBytes.toBytes());
  }

  /**
   * The SMTP listener.
   *
   * @param maxConnections at the same time; one more is told to come back later
   * @param maxRecipients of one mail
   * @param idleTimeout how long a sender may keep silent, RFC 5321 §4.5.3.2.7
   * @param certificate PEM file of the certificate and its chain; without one, no STARTTLS
   * @param privateKey PEM file of the certificate's private key
   */
  record Smtp(
      @DefaultValue("127.0.0.1") InetAddress bind,
      @DefaultValue("2525") int port,
      @DefaultValue("100") int maxConnections,
      @DefaultValue("100") int maxRecipients,
      @DefaultValue("5m") Duration idleTimeout,
      @Nullable Path certificate,
      @Nullable Path privateKey) {

    Smtp {
      if (certificate != null && privateKey == null) {
        throw new HalfConfigured(KEY + "smtp.private-key", KEY + "smtp.certificate");
      }
      if (certificate == null && privateKey != null) {
        throw new HalfConfigured(KEY + "smtp.certificate", KEY + "smtp.private-key");
      }
    }
  }
}
