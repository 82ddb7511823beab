package org.tipline.triage;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.account.SignedIn;
import org.tipline.moderation.PresenceChanged;
import org.tipline.moderation.QueueChanged;
import tools.jackson.databind.json.JsonMapper;

/** Every open live page of this instance: one timer for all, no thread and no query for each. */
@Component
class LiveStreams {

  private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
  private static final long HEARTBEAT_SECONDS = 20;
  private static final int PER_EDITOR = 12;

  /** Then the page connects anew and is asked again who it is. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("desk-heartbeat").factory());
  private final ScheduledFuture<?> heartbeats;
  private final Clock clock;
  private final TriageSettings settings;
  private final JsonMapper json;
  private volatile PresenceChanged presence = new PresenceChanged(Map.of());
  private volatile boolean closing;

  LiveStreams(Clock clock, TriageSettings settings, JsonMapper json) {
    this.clock = clock;
    this.settings = settings;
    this.json = json;
    this.heartbeats =
        timer.scheduleAtFixedRate(
            this::beatOn, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  SseEmitter open(Seats seats) {
    if (closing || open.size() >= settings.streams() || of(seats.editor()) >= PER_EDITOR) {
      throw new TooManyStreams();
    }
    var emitter = new SseEmitter(0L);
    var stream = new LiveStream(emitter, seats, clock.instant());
    emitter.onCompletion(() -> open.remove(stream));
    open.add(stream);
    stream.presence(json(stream.sight()));
    return emitter;
  }

  @EventListener
  void queueChanged(QueueChanged changed) {
    open.stream()
        .filter(stream -> changed.isSeenBy(stream.sight()))
        .forEach(LiveStream::queueChanged);
  }

  /** Written out once for all who see the same desks, whatever the number of pages. */
  @EventListener
  void presenceChanged(PresenceChanged changed) {
    presence = changed;
    var written = new HashMap<Sight, String>();
    open.forEach(stream -> stream.presence(written.computeIfAbsent(stream.sight(), this::json)));
  }

  private String json(Sight sight) {
    return json.writeValueAsString(presence.seenBy(sight));
  }

  /** Whose pages are open. */
  Set<UUID> editors() {
    return open.stream().map(LiveStream::editor).collect(toSet());
  }

  /** Their pages connect anew and are asked again what they see. */
  void end(UUID editor) {
    close(stream -> stream.editor().equals(editor));
  }

  /** Ends those that see other desks than they should; who is not named sees none. */
  void endUnless(Map<UUID, Sight> sights) {
    close(stream -> !stream.sight().equals(sights.get(stream.editor())));
  }

  /** A throw would end the timer without a word. */
  private void beatOn() {
    try {
      heartbeat();
    } catch (RuntimeException | Error e) {
      log.error("Live desks may stay deaf; if this comes back, restart Tipline.", e);
    }
  }

  void heartbeat() {
    var oldest = clock.instant().minus(LIFE);
    close(stream -> stream.isOlderThan(oldest));
    open.forEach(LiveStream::beat);
  }

  @EventListener
  void signedOut(LogoutSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof SignedIn editor) {
      close(stream -> stream.editor().equals(editor.editorId()));
    }
  }

  /** Before the server waits for its requests to end: these never would. */
  @EventListener(ContextClosedEvent.class)
  void shutDown() {
    closing = true;
    close(_ -> true);
  }

  @PreDestroy
  void stopTimer() {
    heartbeats.cancel(false);
    timer.shutdown();
  }

  int count() {
    return open.size();
  }

  private void close(Predicate<LiveStream> which) {
    open.stream().filter(which).forEach(LiveStream::close);
    open.removeIf(which);
  }

  private long of(UUID editor) {
    return open.stream().filter(stream -> stream.editor().equals(editor)).count();
  }
}
