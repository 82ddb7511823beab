package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.WebhookRequest;
import org.tipline.outbound.Outbound;
import org.tipline.outbound.OutboundSettings;

/** Plays Twilio for one newsroom, and signs by its own reading of the documents. */
final class Twilio {

  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String PUBLIC_URL = "https://tips.example.org";

  private Twilio() {}

  static SmsChannel smsChannel() {
    return smsChannel("https://api.twilio.com");
  }

  static SmsChannel smsChannel(String apiUrl) {
    var senders = new SmsSenders(new PhoneNumbers("KE"));
    return new SmsChannel(line(SmsChannel.NAME, "25170", senders, apiUrl), "25170");
  }

  static WhatsAppChannel whatsAppChannel() {
    return whatsAppChannel("https://api.twilio.com");
  }

  static WhatsAppChannel whatsAppChannel(String apiUrl) {
    var number = "+254300555000";
    return new WhatsAppChannel(
        line(WhatsAppChannel.NAME, "whatsapp:" + number, new WhatsAppSenders(), apiUrl),
        number,
        List.of());
  }

  static TwilioAccount account(String apiUrl, List<String> mediaHosts, String... tokens) {
    var secrets = List.of(tokens).stream().map(Secret::new).toList();
    return new TwilioAccount(
        ACCOUNT, secrets, URI.create(apiUrl), mediaHosts, new DeleteAfter(null));
  }

  /** Gives up after a second. */
  static Outbound outbound(String... privateHosts) {
    return outbound(Duration.ofSeconds(1), privateHosts);
  }

  static Outbound outbound(Duration patience, String... privateHosts) {
    return new Outbound(
        new OutboundSettings(
            List.of(privateHosts), patience, patience, patience, DataSize.ofMegabytes(1)));
  }

  /** With less patience than in earnest. */
  private static TwilioLine line(ChannelName name, String address, Senders senders, String apiUrl) {
    var account = account(apiUrl, List.of(), TOKEN);
    var line =
        TwilioLine.of(
            name, address, senders, account, PublicUrl.of(PUBLIC_URL, "a test"), outbound());
    return new TwilioLine(
        line.webhook(),
        line.messages(),
        line.media(),
        line.sample(),
        line.api(),
        line.list(),
        line.copies(),
        new TwilioReplies(
            new TwilioApi(account, Duration.ofSeconds(1)), address, PUBLIC_URL + "/hooks/" + name));
  }

  static byte[] fixture(String name) {
    try (var file = Twilio.class.getResourceAsStream("/channel/twilio/" + name + ".form")) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> URLEncoder.encode(one.getKey(), UTF_8) + "=" + encoded(one.getValue()))
        .collect(joining("&"))
        .getBytes(UTF_8);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  static Delivery delivery(ChannelName channel, String key, byte[] body) {
    return new Delivery(channel, key, Instant.EPOCH, Map.of(), body);
  }

  /** Signed as Twilio does, for a body without repeated names. */
  static WebhookRequest call(ChannelName channel, byte[] body) {
    var path = "/hooks/" + channel;
    return post(path, null, signature(TOKEN, PUBLIC_URL + path, body), body);
  }

  static WebhookRequest post(String path, @Nullable String query, String signature, byte[] body) {
    var headers =
        Map.of(
            "content-type", List.of("application/x-www-form-urlencoded; charset=UTF-8"),
            "x-twilio-signature", List.of(signature));
    return new WebhookRequest("POST", path, query, headers, body);
  }

  static String signature(String token, String url, byte[] body) {
    var signed = new StringBuilder(url);
    new TreeMap<>(TwilioForm.parse(body).values())
        .forEach((name, values) -> signed.append(name).append(values.getFirst()));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
