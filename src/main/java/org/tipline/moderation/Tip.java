package org.tipline.moderation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Medium;
import org.tipline.submission.Language;
import org.tipline.submission.Submission;

/**
 * What editors work on: the submissions of one reader about one thing. All rules of the queue are
 * in here; every change names the version it was made on.
 */
@Entity
@Table(name = "tips")
@SuppressWarnings("UnusedVariable") // columns that only the queue's queries read
class Tip {

  private static final int FIRST_LINE = 280;

  @Id private UUID id = new UUID(0, 0);
  @Version private @Nullable Long version;
  private String reference = "";

  @Enumerated(EnumType.STRING)
  private TipState state = TipState.WAITING;

  private String channel = "";

  @Enumerated(EnumType.STRING)
  private Medium medium = Medium.WEB;

  private UUID deskId = new UUID(0, 0);
  private @Nullable UUID readerId;
  private Instant openedAt = Instant.EPOCH;
  private Instant lastActivityAt = Instant.EPOCH;

  /** Since when it waits; null when it is not in the queue. */
  private @Nullable Instant queuedAt;

  private boolean newActivity;
  private boolean urgent;
  private @Nullable UUID claimedBy;
  private @Nullable Instant claimedAt;

  @Column(length = FIRST_LINE)
  private String firstLine = "";

  /** What its reader began in; null: opened before it was kept, and not looked at yet. */
  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private @Nullable Language language;

  private int submissions;
  private int attachments;
  private @Nullable String publishedLink;
  private @Nullable String finding;

  /** Since when it is put off; null when it is not. */
  private @Nullable Instant snoozedAt;

  /** Until when; null while put off: until its reader writes again. */
  private @Nullable Instant snoozedUntil;

  private @Nullable UUID mergedInto;

  /** For Hibernate. */
  protected Tip() {}

  private Tip(Reference reference, UUID deskId, Submission first) {
    this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    this.reference = reference.symbols();
    this.deskId = deskId;
    this.channel = first.channel().value();
    this.medium = first.medium();
    this.readerId = first.readerId();
    this.openedAt = first.receivedAt();
    this.queuedAt = first.receivedAt();
    this.lastActivityAt = first.receivedAt();
    this.language = first.language();
  }

  static Tip open(Reference reference, UUID deskId, Submission first) {
    var tip = new Tip(reference, deskId, first);
    tip.add(first);
    return tip;
  }

  /**
   * Takes in a further submission of its reader. After a decision, or while it is put off, that
   * brings it back to the queue as new activity, save for spam, which stays where it is.
   */
  void receive(Submission submission) {
    add(submission);
    if ((isDecided() && state != TipState.SPAM) || snoozedAt != null) {
      newActivity = true;
      queuedAt = queuedAt == null ? submission.receivedAt() : queuedAt;
      endSnooze();
    }
  }

  /** Its reader goes on in the tip it was merged into. */
  void receiveElsewhere(Submission submission) {
    lastActivityAt = submission.receivedAt();
  }

  private void add(Submission submission) {
    if (firstLine.isEmpty()) {
      firstLine = firstLine(submission);
    }
    submissions++;
    attachments += submission.attachments().size();
    if (submission.receivedAt().isAfter(lastActivityAt)) {
      lastActivityAt = submission.receivedAt();
    }
  }

  private static String firstLine(Submission submission) {
    var words = submission.text().isBlank() ? submission.subject() : submission.text();
    var line = words == null ? "" : words.strip().replaceAll("\\s+", " ");
    var end =
        line.offsetByCodePoints(0, Math.min(FIRST_LINE, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  void find(String finding) {
    this.finding = this.finding == null ? finding : this.finding;
  }

  /** False when the editor holds it already. */
  boolean claim(UUID editor, Instant at, EditorNames names) {
    requireFree(editor, names);
    if (editor.equals(claimedBy)) {
      return false;
    }
    claimedBy = editor;
    claimedAt = at;
    return true;
  }

  /** False when the editor did not hold it. */
  boolean release(UUID editor) {
    if (!editor.equals(claimedBy)) {
      return false;
    }
    claimedBy = null;
    claimedAt = null;
    return true;
  }

  /** Hands it to an editor, whoever held it before. */
  void assign(UUID editor, Instant at) {
    requireWhole();
    claimedBy = editor;
    claimedAt = at;
  }

  void moveTo(UUID desk) {
    requireWhole();
    deskId = desk;
  }

  /** Out of the queue until then, or, with null, until its reader writes again. */
  void snooze(UUID editor, @Nullable Instant until, Instant at, EditorNames names) {
    requireFree(editor, names);
    if (queuedAt == null) {
      throw new BadDecision("Only a tip that waits can be put off.");
    }
    queuedAt = null;
    snoozedAt = at;
    snoozedUntil = until;
  }

  boolean isDueAt(Instant now) {
    return snoozedUntil != null && !snoozedUntil.isAfter(now);
  }

  /** Back in the queue, waiting since it was due. */
  void wake() {
    queuedAt = snoozedUntil;
    endSnooze();
  }

  private void endSnooze() {
    snoozedAt = null;
    snoozedUntil = null;
  }

  void mergeInto(Tip other, UUID editor, EditorNames names) {
    requireFree(editor, names);
    requireWhole();
    other.requireFree(editor, names);
    other.requireWhole();
    other.takeIn(this);
    state = TipState.MERGED;
    mergedInto = other.id;
    deskId = other.deskId;
    queuedAt = null;
    newActivity = false;
    claimedBy = null;
    claimedAt = null;
    endSnooze();
  }

  /** What waited in the merged tip waits here, and as long. */
  private void takeIn(Tip other) {
    submissions += other.submissions;
    attachments += other.attachments;
    lastActivityAt = later(lastActivityAt, other.lastActivityAt);
    if (other.queuedAt != null) {
      newActivity = newActivity || isDecided();
      queuedAt = queuedAt == null || other.queuedAt.isBefore(queuedAt) ? other.queuedAt : queuedAt;
      endSnooze();
    }
  }

  /** The other one's submissions are not counted here any more. */
  void giveBack(Tip other) {
    submissions -= other.submissions;
    attachments -= other.attachments;
  }

  void leave() {
    mergedInto = null;
  }

  void waitFrom(Instant at) {
    state = TipState.WAITING;
    queuedAt = at;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  TipBefore remember() {
    return new TipBefore(
        state,
        deskId,
        queuedAt,
        newActivity,
        claimedBy,
        claimedAt,
        publishedLink,
        snoozedAt,
        snoozedUntil);
  }

  void restore(TipBefore before) {
    state = before.state();
    deskId = before.deskId();
    queuedAt = before.queuedAt();
    newActivity = before.newActivity();
    claimedBy = before.claimedBy();
    claimedAt = before.claimedAt();
    publishedLink = before.publishedLink();
    snoozedAt = before.snoozedAt();
    snoozedUntil = before.snoozedUntil();
  }

  void decide(UUID editor, Decision decision, Instant at, EditorNames names) {
    requireFree(editor, names);
    switch (decision) {
      case Decision.Accept _ -> move(TipState.ACCEPTED, EnumSet.of(TipState.WAITING));
      case Decision.Reject _ ->
          move(TipState.REJECTED, EnumSet.of(TipState.WAITING, TipState.ACCEPTED));
      case Decision.Spam _ -> move(TipState.SPAM, EnumSet.of(TipState.WAITING));
      case Decision.Publish publish -> publish(publish.link());
      case Decision.Reopen _ -> reopen(at);
    }
    release(editor);
  }

  private void publish(String link) {
    move(TipState.PUBLISHED, EnumSet.of(TipState.ACCEPTED));
    publishedLink = link;
  }

  private void reopen(Instant at) {
    move(
        TipState.WAITING,
        EnumSet.of(TipState.ACCEPTED, TipState.REJECTED, TipState.PUBLISHED, TipState.SPAM));
    queuedAt = at;
  }

  /** Deciding settles new activity too: repeating a decision on it is how an editor clears it. */
  private void move(TipState next, Set<TipState> from) {
    var repeated = newActivity && state == next;
    if (!repeated && !from.contains(state)) {
      throw new BadDecision(
          "A tip that is "
              + words(state)
              + " cannot become "
              + words(next)
              + "; "
              + remedy()
              + ".");
    }
    state = next;
    newActivity = false;
    queuedAt = null;
    endSnooze();
  }

  private String remedy() {
    return switch (state) {
      case WAITING -> "accept it first";
      case MERGED -> "separate it first";
      default -> "reopen it first";
    };
  }

  private static String words(TipState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private void requireFree(UUID editor, EditorNames names) {
    if (claimedBy != null && !claimedBy.equals(editor)) {
      throw new TipTaken(names.of(claimedBy));
    }
  }

  private void requireWhole() {
    if (isMerged()) {
      throw new BadDecision("This tip is part of another one; separate it first.");
    }
  }

  private boolean isDecided() {
    return state != TipState.WAITING;
  }

  boolean isMerged() {
    return state == TipState.MERGED;
  }

  boolean isOpen() {
    return state == TipState.WAITING;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version == null ? 0 : version;
  }

  String reference() {
    return new Reference(reference).toString();
  }

  UUID deskId() {
    return deskId;
  }

  @Nullable Instant queuedAt() {
    return queuedAt;
  }

  @Nullable UUID claimedBy() {
    return claimedBy;
  }

  @Nullable UUID mergedInto() {
    return mergedInto;
  }
}
