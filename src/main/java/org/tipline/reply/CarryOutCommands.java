package org.tipline.reply;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.moderation.ReaderCommands;
import org.tipline.reply.Command.Kind;
import org.tipline.submission.Submission;

/** Sees to what readers ask for in a word, by the media on which a message is one. */
@Component
class CarryOutCommands implements ReaderCommands {

  /** A mail has a subject, a greeting and a signature: whoever writes one writes a tip. */
  private static final Set<Medium> TEXTED = EnumSet.of(Medium.SMS, Medium.WHATSAPP);

  private static final Set<Mark> NOT_THEIR_OWN =
      EnumSet.of(Mark.FORWARDED, Mark.FREQUENTLY_FORWARDED, Mark.AUTOMATIC);

  private static final Map<Mark, Kind> ANSWERED =
      Map.of(
          Mark.STOP_ANSWERED, Kind.STOP,
          Mark.START_ANSWERED, Kind.START,
          Mark.HELP_ANSWERED, Kind.HELP);

  private final OwnAnswers answers;
  private final StopAndStart stopAndStart;
  private final AnswerHelp help;
  private final AnswerStatus status;

  CarryOutCommands(
      OwnAnswers answers, StopAndStart stopAndStart, AnswerHelp help, AnswerStatus status) {
    this.answers = answers;
    this.stopAndStart = stopAndStart;
    this.help = help;
    this.status = status;
  }

  @Override
  public boolean carryOut(Submission submission) {
    var command = command(submission).filter(_ -> answers.isFromPerson(submission));
    command.ifPresent(asked -> carryOut(asked, submission));
    return command.isPresent();
  }

  private static Optional<Command> command(Submission submission) {
    if (!TEXTED.contains(submission.medium())) {
      return Optional.empty();
    }
    return answeredByProvider(submission)
        .or(() -> isOneWord(submission) ? CommandWords.read(submission.text()) : Optional.empty());
  }

  /** The newsroom may have taught the provider words that we do not know. */
  private static Optional<Command> answeredByProvider(Submission submission) {
    return ANSWERED.entrySet().stream()
        .filter(answered -> submission.marks().contains(answered.getKey()))
        .map(answered -> new Command(answered.getValue(), null, null))
        .findFirst();
  }

  private static boolean isOneWord(Submission submission) {
    return submission.attachments().isEmpty()
        && submission.location() == null
        && submission.marks().stream().noneMatch(NOT_THEIR_OWN::contains);
  }

  private void carryOut(Command command, Submission submission) {
    switch (command.kind()) {
      case STOP -> stopAndStart.stop(command, submission);
      case START -> stopAndStart.start(command, submission);
      case HELP -> help.answer(command, submission);
      case STATUS -> status.answer(command, submission);
    }
  }
}
