package org.tipline.notify;

import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.MediaChannel;
import org.tipline.channel.MediaReference;
import org.tipline.channel.MediaUnavailable;
import org.tipline.channel.Medium;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.triage.Postbox;

/**
 * A channel of albums whose provider takes every question for a file, and answers none until it is
 * told to.
 */
class HangingFiles implements MediaChannel {

  static final ChannelName NAME = new ChannelName("hanging");

  /** Files of each message. */
  static final int FILES = 50;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  private static IncomingFile file() {
    var reference = new MediaReference(NAME, "message", UUID.randomUUID().toString());
    return new IncomingFile.AtProvider(reference, null, "image/jpeg");
  }

  int asked() {
    return asked.get();
  }

  void answer() {
    over.countDown();
  }

  @Override
  public InputStream open(MediaReference reference) throws MediaUnavailable {
    asked.incrementAndGet();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw MediaUnavailable.forGood("It was never there.");
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.WHATSAPP;
  }

  @Override
  public Reading read(Delivery delivery) {
    var album = Stream.generate(HangingFiles::file).limit(FILES).toList();
    return Reading.of(
        new ReaderMessage(
            delivery.key(), Postbox.someone(), null, "Picha hamsini", Details.NONE, album));
  }
}
