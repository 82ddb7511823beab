package org.tipline.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;

/**
 * What is sealed of a delivery: a version byte, the envelope as counted pairs of strings, then the
 * raw body to the end.
 */
final class DeliveryBytes {

  private static final int VERSION = 1;

  private DeliveryBytes() {}

  static byte[] write(Delivery delivery) {
    try (var bytes = new ByteArrayOutputStream(delivery.body().length + 256);
        var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeShort(delivery.envelope().size());
      for (var entry : delivery.envelope().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue());
      }
      out.write(delivery.body());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with what its row has beside it, for where there is no row. */
  static byte[] writeWhole(Delivery delivery) {
    try (var bytes = new ByteArrayOutputStream(delivery.body().length + 512);
        var out = new DataOutputStream(bytes)) {
      out.writeUTF(delivery.channel().value());
      out.writeUTF(delivery.key());
      var at = delivery.receivedAt();
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      out.write(write(delivery));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Delivery readWhole(byte[] plain) {
    try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
      var channel = new ChannelName(in.readUTF());
      var key = in.readUTF();
      var receivedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
      return read(channel, key, receivedAt, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Delivery read(ChannelName channel, String key, Instant receivedAt, byte[] plain) {
    try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
      var version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "delivery written in version " + version + ", not known here");
      }
      var envelope = new HashMap<String, String>();
      for (var left = in.readUnsignedShort(); left > 0; left--) {
        envelope.put(in.readUTF(), in.readUTF());
      }
      return new Delivery(channel, key, receivedAt, envelope, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
