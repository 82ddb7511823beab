package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.email.MailFixture.file;
import static org.tipline.channel.email.MailFixture.fileNames;
import static org.tipline.channel.email.MailFixture.mail;
import static org.tipline.channel.email.MailFixture.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Mark;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Sender;

class MimeReaderTests {

  @Test
  void plainMailIsTakenAsItIs() {
    var message = read("plain");
    assertThat(message.text())
        .isEqualTo(
            "Habari. Hakuna maji mtaani Umoja tangu Jumatatu.\n\n"
                + "Ng’ombe wanakufa – tafadhali njooni.\n-- \nAmina");
    assertThat(message.details().subject()).isEqualTo("Maji yamekatika");
    assertThat(message.details().quoted()).isNull();
    assertThat(message.details().marks()).isEmpty();
    assertThat(message.files()).isEmpty();
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-11-03T07:15:30Z"));
    assertThat(message.externalId()).isEqualTo("key");
    assertThat(message.sender())
        .isEqualTo(
            new Sender(
                List.of(new Address(Address.Kind.EMAIL, "amina@example.org")), "Amina Wanjiru"));
  }

  @Test
  void htmlBecomesTextWithItsStructure() {
    assertThat(read("html-only").text())
        .isEqualTo(
            """
            Habari ya asubuhi,

            Daraja la Kibuye limeanguka.
            Watu watatu wameumia.

            - Matatu moja
            - Boda boda mbili

            1. Kwanza
            2. Pili

            Video: tazama hapa <https://video.example.org/v?id=1&t=2> au https://example.org [Ramani]

            Jina Umri
            Ali 34\
            """);
  }

  @Test
  void plainTextIsPreferredAndEveryFileKept() {
    var message = read("attachments");
    assertThat(message.text())
        .isEqualTo(
            "Moto umezuka Gikomba. Picha iko hapa: [image: moto.png]\nSent after the pictures.");
    assertThat(fileNames(message)).containsExactly("moto.png", "ripoti.pdf");
    assertThat(message.files().getFirst().declaredType()).isEqualTo("image/png");
    assertThat(file(message, 1)).startsWith("%PDF-1.4").endsWith("%%EOF\n");
  }

  @Test
  void picturesBesideTheChosenAlternativeAreKept() {
    var message = read("apple-mail");
    assertThat(message.text()).isEqualTo("Before the picture. After the picture.");
    assertThat(fileNames(message)).containsExactly("picture.png");
  }

  @Test
  void flowedLinesAreJoined() {
    assertThat(read("flowed").text())
        .isEqualTo(
            """
            Mstari huu ni mrefu sana na umekatwa na programu ya barua pepe kwa nafasi.
            From the start.

            > Alisema kwamba hataki.
            --\s
            Amina\
            """);
  }

  @Test
  void wrongCharsetFallsBackToWhatTheBytesAre() {
    assertThat(read("wrong-charset").text()).isEqualTo("Café – the owner said “no”.");
    assertThat(read("unknown-charset").text()).isEqualTo("Ng’ombe, UTF-8 without saying so.");
  }

  @Test
  void namesAreDecodedWhicheverWayTheyWereEncoded() {
    var message = read("encoded-names");
    assertThat(message.details().subject()).isEqualTo("Ng’ombe na café end");
    assertThat(Objects.requireNonNull(message.sender()).displayName()).isEqualTo("Ng’ang’a");
    assertThat(address(message)).isEqualTo("NganGa@example.org");
    assertThat(fileNames(message))
        .containsExactly(
            "Ripoti ya Ng’ombe.pdf", "Picha – 1.png", "my long file.doc", "newgpj.exe");
  }

  @Test
  void bytesInHeadersAreReadAsTheUtf8TheyAre() {
    var message = read("raw-header");
    assertThat(message.details().subject()).isEqualTo("Ng’ombe wamekufa");
    assertThat(Objects.requireNonNull(message.sender()).displayName()).isEqualTo("Ng’ang’a");
  }

  @Test
  void forwardedMailIsAFileAndItsWordsStayInIt() {
    var message = read("forwarded-attachment");
    assertThat(message.text()).isEqualTo("Angalia hii memo.");
    assertThat(fileNames(message)).containsExactly("forwarded.eml");
    assertThat(file(message, 0)).startsWith("From: Minister").contains("Shred the files.");
    assertThat(fileNames(read("digest"))).containsExactly("forwarded.eml", "forwarded.eml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bounce", "out-of-office", "mailing-list", "own-address", "invitation-reply"})
  void mailOfMachinesIsMarked(String name) {
    assertThat(read(name).details().marks()).contains(Mark.AUTOMATIC);
  }

  @Test
  void nullSenderIsAMachine() {
    var message = read(MailFixture.bytes("plain"), Map.of("sender", ""));
    assertThat(message.details().marks()).containsExactly(Mark.AUTOMATIC);
    assertThat(read(MailFixture.bytes("plain"), Map.of()).details().marks()).isEmpty();
  }

  @Test
  void personWhoseProgramSuppressesAnswersIsAPerson() {
    assertThat(read("person-with-suppress").details().marks()).isEmpty();
  }

  @Test
  void bounceKeepsItsReports() {
    var message = read("bounce");
    assertThat(message.text()).startsWith("I'm sorry");
    assertThat(message.files())
        .extracting(file -> file.declaredType())
        .containsExactly("message/delivery-status", "text/rfc822-headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pgp-encrypted", "smime-signed"})
  void securedMailIsMarkedAndKeptWhole(String name) {
    var message = read(name);
    assertThat(message.details().marks()).containsExactly(Mark.ENCRYPTED);
    assertThat(fileNames(message)).last().isEqualTo("message.eml");
    assertThat(file(message, message.files().size() - 1).length())
        .isEqualTo(MailFixture.bytes(name).length);
  }

  @Test
  void signedWordsAreReadable() {
    assertThat(read("smime-signed").text()).isEqualTo("Nimetia saini.");
  }

  @Test
  void winmailIsKeptAsItIs() {
    assertThat(fileNames(read("winmail"))).containsExactly("winmail.dat");
  }

  @Test
  void invitationIsAFileBesideItsWords() {
    var message = read("invitation");
    assertThat(message.text()).isEqualTo("Njoo kwenye mkutano.");
    assertThat(message.files())
        .extracting(file -> file.declaredType())
        .containsExactly("text/calendar");
  }

  @Test
  void brokenMultipartsAreReadAsFarAsTheyGo() {
    assertThat(read("no-closing-boundary").text()).isEqualTo("The text is here.");
    assertThat(fileNames(read("no-closing-boundary"))).containsExactly("photo.jpg");
    assertThat(read("missing-boundary").text()).isEqualTo("Found anyway.");
  }

  @Test
  void multipartWithoutPartsShowsItsWordsAndIsKeptWhole() {
    var message = read("lost-multipart");
    assertThat(message.text()).isEqualTo("No part is here, only these words.");
    assertThat(message.details().marks()).containsExactly(Mark.UNSUPPORTED);
    assertThat(fileNames(message)).containsExactly("message.eml");
  }

  @Test
  void mailWithoutHeadersIsAllWords() {
    var message = read("no-headers");
    assertThat(message.text()).isEqualTo("Habari, hii ni barua bila vichwa.\nAsante.");
    assertThat(address(message)).isEqualTo("amina@example.org");
  }

  @Test
  void photoAloneIsAMessage() {
    var message = read("photo-only");
    assertThat(message.text()).isEmpty();
    assertThat(message.details().marks()).isEmpty();
    assertThat(fileNames(message)).containsExactly("IMG_0001.JPG");
  }

  @Test
  void oldAndBrokenEncodingsAreDecodedAsFarAsTheyGo() {
    assertThat(file(read("uuencoded"), 0)).isEqualTo("Cat");
    assertThat(read("garbled-base64").text()).isEqualTo("Habari ya asubuhi");
  }

  @Test
  void addressSpelledInANameIsOnlyAName() {
    var sender = Objects.requireNonNull(read("hidden-address").sender());
    assertThat(sender.addresses())
        .extracting(Address::value)
        .containsExactly("attacker@example.net");
    assertThat(sender.displayName()).isEqualTo("\"president@example.org\"");
  }

  @Test
  void withoutAUsableFromTheEnvelopeSpeaks() {
    var message = read("unusable-from");
    assertThat(address(message)).isEqualTo("amina@example.org");
    assertThat(message.sentAt()).isNull();
    assertThat(message.details().marks()).containsExactly(Mark.AUTOMATIC);
    assertThat(read(MailFixture.bytes("unusable-from"), Map.of("sender", "")).sender()).isNull();
  }

  @Test
  void emptyMailIsStillAMessage() {
    var message = read(new byte[0]);
    assertThat(message.details().marks()).contains(Mark.UNSUPPORTED);
    assertThat(fileNames(message)).containsExactly("message.eml");
  }

  @Test
  void whatCannotBeWrittenIsLeftOut() {
    var message =
        read(mail("Subject: a\u0000b\nFrom: x@example.org\n\nnul\u0000 bell\u0007 end\n"));
    assertThat(message.text()).isEqualTo("nul bell end");
    assertThat(message.details().subject()).isEqualTo("ab");
  }

  @Test
  void longTextIsCutAndKeptWhole() {
    var message = read(mail("From: x@example.org\n\n" + "Maneno ni mengi.\n".repeat(100_000)));
    assertThat(message.text().length()).isBetween(199_000, MailContent.LONGEST_TEXT);
    assertThat(message.details().marks()).containsExactly(Mark.INCOMPLETE);
    assertThat(fileNames(message)).containsExactly("message.txt");
    assertThat(file(message, 0)).hasSize(1_800_000);
  }

  @ParameterizedTest
  @MethodSource("org.tipline.channel.email.MailFixture#names")
  void everyMailIsOneMessageAndNothingOfItIsLost(String name) {
    var message = read(name);
    assertThat(message.text() + message.details().subject() + message.files()).isNotBlank();
    assertThat(message.text()).doesNotContain("\r", "\u0000");
  }

  private static String address(ReaderMessage message) {
    return Objects.requireNonNull(message.sender()).addresses().getFirst().value();
  }
}
