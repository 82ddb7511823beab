package org.tipline.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ReceiptCodes;
import org.tipline.reply.ReceiptRows.ReceiptRow;
import org.tipline.seal.Binding;
import org.tipline.seal.Seal;

/**
 * Derives the words from a delivery's key, so that a form sent twice shows the same ones, and
 * checks them against their hash, which is sealed: a stolen database does not even tell the hash.
 */
@Component
class KeptReceiptCodes implements ReceiptCodes {

  private static final String PURPOSE = "receipt-code";

  /** Of nobody's code, so that a tip that is not there takes as long as one that is. */
  private final byte[] nobodysSalt = SlowHash.salt();

  private final ReceiptRows rows;
  private final Seal seal;
  private final ReceiptSettings settings;
  private final Clock clock;

  KeptReceiptCodes(ReceiptRows rows, Seal seal, ReceiptSettings settings, Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<String> show(ChannelName channel, String deliveryKey) {
    var isOver =
        rows.receivedAt(channel, deliveryKey)
            .filter(at -> at.plus(settings.shown()).isBefore(clock.instant()))
            .isPresent();
    return isOver ? Optional.empty() : Optional.of(words(channel, deliveryKey));
  }

  private String words(ChannelName channel, String deliveryKey) {
    var message = (channel + "/" + deliveryKey).getBytes(UTF_8);
    return ReceiptWords.spell(seal.derive(PURPOSE, message));
  }

  @Override
  public Optional<String> check(ChannelName channel, String reference, String typed) {
    var row = rows.find(channel, reference);
    var words = ReceiptWords.normal(typed);
    var hash = SlowHash.of(words, row.map(ReceiptRow::salt).orElse(nobodysSalt));
    return row.filter(known -> isAlive(known) && isRight(known, words, hash)).map(ReceiptRow::key);
  }

  private boolean isAlive(ReceiptRow row) {
    return clock.instant().isBefore(row.madeAt().plus(settings.life()));
  }

  /** One that is not hashed yet is derived once more: it takes no longer, for the hash is made. */
  private boolean isRight(ReceiptRow row, String words, byte[] hash) {
    return row.sealedHash() == null
        ? MessageDigest.isEqual(
            words.getBytes(US_ASCII), words(row.channel(), row.key()).getBytes(US_ASCII))
        : MessageDigest.isEqual(hash, seal.open(row.sealedHash(), place(row.submission())));
  }

  /** Makes the hash of one that has none yet. */
  void hash(ReceiptRow row) {
    var hash = SlowHash.of(words(row.channel(), row.key()), row.salt());
    rows.keep(row.submission(), seal.seal(hash, place(row.submission())));
  }

  private static Binding place(UUID submission) {
    return new Binding("receipt_codes", "sealed_hash", submission);
  }
}
