package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.reply.Command.Kind;

class CommandWordsTests {

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP, ",
    "stop, STOP, ",
    "Stop., STOP, ",
    "'  stop!!  ', STOP, ",
    "\"“Stop”\", STOP, ",
    "ＳＴＯＰ, STOP, ",
    "'stop\u200B', STOP, ",
    "'stop 🛑', STOP, ",
    "'STOP\n', STOP, ",
    "'S.T.O.P.', STOP, ",
    "STOPALL, STOP, ",
    "Stop all, STOP, ",
    "Unsubscribe, STOP, en",
    "END, STOP, en",
    "quit, STOP, en",
    "cancel, STOP, en",
    "revoke, STOP, en",
    "OPT-OUT, STOP, en",
    "opt out, STOP, en",
    "ACHA, STOP, sw",
    "acha, STOP, sw",
    "'Acha!', STOP, sw",
    "Acheni, STOP, sw",
    "Simamisha, STOP, sw",
    "sitisha, STOP, sw",
    "Komesha., STOP, sw",
    "NIONDOE, STOP, sw",
    "ácha, STOP, sw",
    "START, START, ",
    "start, START, ",
    "unstop, START, ",
    "Anza, START, sw",
    "HELP, HELP, ",
    "help?, HELP, ",
    "info, HELP, ",
    "Msaada, HELP, sw",
    "STATUS, STATUS, ",
    "Status?, STATUS, ",
    "HALI, STATUS, sw",
    "'hali ', STATUS, sw"
  })
  void wordThatIsAllThereIsIsACommand(String message, Kind kind, String language) {
    assertThat(CommandWords.read(message)).contains(new Command(kind, language, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop the demolition at Mukuru, families have nowhere to go",
        "stop the demolition",
        "STOP 12345",
        "please stop",
        "stop please",
        "Acha nikuambie habari za chifu",
        "Acha rushwa",
        "Help us",
        "Msaada unahitajika Budalangi",
        "Nisaidieni",
        "End of the road in Kibra",
        "Start of term fees doubled",
        "Status of the road in Kisumu?",
        "Hali mbaya",
        "Hali ya barabara",
        "status pending",
        "hali 25170",
        "YES",
        "Ndiyo",
        "K7F-3QXR",
        "What is the status of K7F-3QXR",
        "Subscribe",
        "Stopped",
        "STÖPP",
        "ստոպ",
        "",
        "  ",
        "…",
        "\u0000",
        "\uD83D"
      })
  void wordInASentenceIsATip(String message) {
    assertThat(CommandWords.read(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS K7F-3QXR",
        "status k7f3qxr",
        "Status: K7F 3QXR.",
        "STATUS #K7F–3QXR",
        "status ref k7f-3qxr",
        "status K7F-3QXR?",
        "STATUS NO. K7F-3QXR",
        "ｓｔａｔｕｓ　Ｋ７Ｆ３ＱＸＲ"
      })
  void referenceIsReadAsAPersonWritesIt(String message) {
    assertThat(CommandWords.read(message)).contains(new Command(Kind.STATUS, null, "K7F-3QXR"));
  }

  @Test
  void haliAsksInKiswahili() {
    assertThat(CommandWords.read("Hali ya K7F-3QXR"))
        .contains(new Command(Kind.STATUS, "sw", "K7F-3QXR"));
    assertThat(CommandWords.read("HALI namba k7f 3qxr"))
        .contains(new Command(Kind.STATUS, "sw", "K7F-3QXR"));
  }

  @Test
  void mistypedReferenceIsStillAQuestion() {
    assertThat(CommandWords.read("STATUS K7F-3QXX"))
        .contains(new Command(Kind.STATUS, null, "K7F3QXX"));
    assertThat(CommandWords.read("status k7f-3qx"))
        .contains(new Command(Kind.STATUS, null, "K7F3QX"));
  }

  @Test
  void longMessageIsNoCommand() {
    assertThat(CommandWords.read("STOP" + " ".repeat(100))).isEmpty();
  }
}
