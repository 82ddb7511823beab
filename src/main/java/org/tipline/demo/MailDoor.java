package org.tipline.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.client.SmartClient;

/** Hands mail to our own listener as the last relay does. */
@Component
@Profile("demo")
class MailDoor implements Door {

  private final DemoSettings settings;

  MailDoor(DemoSettings settings) {
    this.settings = settings;
  }

  @Override
  public String ending() {
    return ".eml";
  }

  @Override
  public void deliver(Path payload) throws IOException {
    var mail = Files.readAllBytes(payload);
    var headers = headers(mail);
    send(bare(headers.getHeader("Return-Path", null)), bare(headers.getHeader("To", null)), mail);
  }

  /** {@code from} and {@code to} are those of the envelope, bare. */
  void send(String from, String to, byte[] mail) throws IOException {
    var relay = SmartClient.createAndConnect("127.0.0.1", settings.smtpPort(), "mx.example.org");
    try {
      relay.from(from);
      relay.to(to);
      relay.dataStart();
      relay.dataWrite(mail);
      relay.dataEnd();
    } finally {
      relay.quit();
    }
  }

  private static InternetHeaders headers(byte[] mail) throws IOException {
    try {
      return new InternetHeaders(new ByteArrayInputStream(mail));
    } catch (MessagingException e) {
      throw new IOException("no mail headers", e);
    }
  }

  /** SMTP wants the address alone, and nothing at all for the null sender. */
  private static String bare(String address) {
    return address.replaceAll("[<>]", "").strip();
  }
}
