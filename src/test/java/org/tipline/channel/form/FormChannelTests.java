package org.tipline.channel.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Delivery;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Mark;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;

class FormChannelTests {

  private static final String SHA = "a".repeat(64);

  private final FormChannel channel =
      new FormChannel(
          new Contacts(new NewsroomSettings("x", "KE", List.of("en"))),
          new SiteSettings("https://tips.example.org"));

  @Test
  void readsWhatTheFormWrites() throws Exception {
    var message =
        read(
            """
            {"text":"Moto sokoni","place":"Gikomba","name":"Mama Mboga","contact":"0743 570000",
             "mayContact":true,"mayName":true,"trapped":false,"lang":"sw",
             "files":[{"name":"moto.jpg","declaredType":"image/jpeg","sha256":"%s","bytes":3}]}
            """
                .formatted(SHA));

    assertThat(message.externalId()).isEqualTo("nonce");
    assertThat(message.text()).isEqualTo("Moto sokoni");
    assertThat(message.sender())
        .isEqualTo(
            new Sender(List.of(new Address(Address.Kind.PHONE, "+254743570000")), "Mama Mboga"));
    assertThat(message.details().place()).isEqualTo("Gikomba");
    assertThat(message.details().marks())
        .containsExactlyInAnyOrder(Mark.MAY_CONTACT, Mark.MAY_NAME);
    assertThat(message.files())
        .containsExactly(new IncomingFile.Kept(SHA, "moto.jpg", "image/jpeg"));
  }

  @Test
  void readsAnEntryOfAnotherVersion() throws Exception {
    var message = read("{\"text\":\"Moto\",\"colour\":\"red\"}");

    assertThat(message.sender()).isNull();
    assertThat(message.details().marks()).isEmpty();
    assertThat(message.files()).isEmpty();
  }

  @Test
  void contactThatIsNoLongerOneIsStillTheSender() throws Exception {
    var sender = read("{\"text\":\"x\",\"contact\":\"12\"}").sender();

    assertThat(sender).isEqualTo(new Sender(List.of(new Address(Address.Kind.PHONE, "12")), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "not json", "{\"text\":"})
  void otherBodiesAreUnreadable(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableDelivery.class);
  }

  private ReaderMessage read(String body) throws UnreadableDelivery {
    var delivery =
        new Delivery(FormChannel.NAME, "nonce", Instant.EPOCH, Map.of(), body.getBytes(UTF_8));
    return channel.read(delivery).messages().getFirst();
  }
}
