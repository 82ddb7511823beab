package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;

class ContactsTests {

  private final Contacts contacts = new Contacts(new NewsroomSettings("x", "KE", List.of("en")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0743570000",
        "743570000",
        "254743570000",
        "+254743570000",
        "000254743570000",
        "00254743570000",
        "+254 (0) 743 570000",
        "tel:+254743570000",
        "０７４３５７００００"
      })
  void spellingsOfOneNumberAreOneAddress(String typed) {
    assertThat(contacts.read(typed)).contains(phone("+254743570000"));
  }

  @ParameterizedTest
  @CsvSource({
    "0110123456, +254110123456",
    "+25474357000, +25474357000",
    "+256 772 123456, +256772123456"
  })
  void possibleIsEnough(String typed, String e164) {
    assertThat(contacts.read(typed)).contains(phone(e164));
  }

  @ParameterizedTest
  @CsvSource({
    "Jane.Doe@Example.ORG, Jane.Doe@example.org",
    "o'neil+tips@mail.example.co.ke, o'neil+tips@mail.example.co.ke"
  })
  void mailAddressKeepsItsLocalPart(String typed, String address) {
    assertThat(contacts.read(typed)).contains(new Address(Address.Kind.EMAIL, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "21234",
        "Safaricom",
        "@jane",
        "jane@",
        "jane@localhost",
        "a..b@example.org",
        ".a@example.org",
        "a@-example.org",
        "Jane <jane@example.org>",
        "a@example.org, b@example.org",
        "a@example.org\nBcc: b@example.org",
        "a\u560D\u560Ab@example.org",
        "jane@ex\u00E4mple.org",
        "0743570000 jane@example.org"
      })
  void anythingElseIsAskedAgain(String typed) {
    assertThat(contacts.read(typed)).isEmpty();
  }

  private static Address phone(String e164) {
    return new Address(Address.Kind.PHONE, e164);
  }
}
