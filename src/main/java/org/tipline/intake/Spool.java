package org.tipline.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;

/**
 * Where deliveries wait on this machine's disk while the database is away. As long as one waits,
 * the next ones wait behind it.
 */
@Component
class Spool {

  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  /** Order is worth less than an answer: a newcomer that cannot pass by then goes on. */
  private static final long GATE_MILLIS = 500;

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final SpoolFolder folder;
  private final SpoolSeal seal;
  private final Repeats repeats;
  private final SpoolMeters meters;
  private final Clock clock;

  /** Newcomers share it; whoever empties the spool takes it alone for the last few files. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private final AtomicLong lastMicros = new AtomicLong();
  private final AtomicLong complainedAt = new AtomicLong(System.nanoTime() - QUIET.toNanos());
  private volatile boolean inUse;

  Spool(SpoolFolder folder, SpoolSeal seal, Repeats repeats, SpoolMeters meters, Clock clock) {
    this.folder = folder;
    this.seal = seal;
    this.repeats = repeats;
    this.meters = meters;
    this.clock = clock;
    var waiting = folder.waiting();
    this.inUse = !waiting.isEmpty();
    waiting.stream()
        .flatMap(name -> SpoolName.parse(name).stream())
        .forEach(name -> lastMicros.accumulateAndGet(name.micros(), Math::max));
  }

  boolean isInUse() {
    return inUse;
  }

  /** Keeps a delivery when others wait already; false when the database is to be asked. */
  boolean addBehindOthers(Delivery delivery) {
    if (!inUse) {
      return false;
    }
    var passed = pass(gate.readLock());
    try {
      if (inUse) {
        write(delivery);
        return true;
      }
    } catch (IOException e) {
      complain(e);
    } finally {
      leave(gate.readLock(), passed);
    }
    return false;
  }

  /**
   * Keeps a delivery that the database could not take.
   *
   * @throws StoreAway when the spool cannot take it either
   */
  void add(Delivery delivery, DatabaseAway cause) throws StoreAway {
    var passed = pass(gate.readLock());
    try {
      write(delivery);
    } catch (IOException e) {
      complain(e);
      throw new StoreAway(cause.getMessage() + "; the spool takes nothing", cause);
    } finally {
      leave(gate.readLock(), passed);
    }
  }

  private void write(Delivery delivery) throws IOException {
    var name = name(delivery);
    folder.add(name, seal.seal(delivery, name));
    meters.written();
    inUse = true;
  }

  /** A clock that is set back must not put a message before the one it follows. */
  private SpoolName name(Delivery delivery) {
    var now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
    var micros = lastMicros.updateAndGet(last -> Math.max(last + 1, now));
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    return new SpoolName(micros, id, SpoolName.hash(delivery.channel(), delivery.key()));
  }

  /** What a delivery is beside those of its key that wait here; empty when none does. */
  Optional<Acceptance> find(Delivery delivery) {
    if (!inUse) {
      return Optional.empty();
    }
    var end = "-" + SpoolName.hash(delivery.channel(), delivery.key());
    return folder.waiting().stream()
        .filter(name -> name.endsWith(end))
        .flatMap(name -> read(name).stream())
        .map(kept -> repeats.compare(kept, delivery))
        .min(Comparator.naturalOrder()); // a repeat of one of them is a repeat
  }

  /** Empty for one that is just taken out, or is bad: whoever empties the spool sees to it. */
  private Optional<Delivery> read(String name) {
    try {
      return Optional.of(seal.open(name, folder.read(name)));
    } catch (BadSpoolFile | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Looks again whether anything waits, for what others put there or took out. */
  void look() {
    whileNobodyEnters(() -> {});
  }

  /** Does {@code last} while newcomers wait outside; if then no file is left the spool rests. */
  void whileNobodyEnters(Runnable last) {
    gate.writeLock().lock();
    try {
      last.run();
      inUse = !folder.waiting().isEmpty();
    } finally {
      gate.writeLock().unlock();
    }
  }

  private static boolean pass(Lock lock) {
    try {
      return lock.tryLock(GATE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void leave(Lock lock, boolean passed) {
    if (passed) {
      lock.unlock();
    }
  }

  private void complain(IOException e) {
    meters.refused();
    var now = System.nanoTime();
    var before = complainedAt.get();
    if (now - before >= QUIET.toNanos() && complainedAt.compareAndSet(before, now)) {
      log.error(
          "The spool takes nothing, senders are asked to try again; mend its folder: {}",
          e.toString());
    }
  }
}
