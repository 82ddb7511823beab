package org.tipline.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who writes to the demo newsroom from its playground. */
@Component
@Profile("demo")
class People {

  private static final List<Person> ALL =
      List.of(
          new Person(
              "wanjiru", "Wanjiru Kamau", "+254300555131", "wanjiru.kamau@example.org", true),
          new Person("barasa", "Barasa Wafula", "+254300555132", "barasa.w@example.org", true),
          new Person("njeri", "Njeri Mwangi", "+254300555134", "njeri.mwangi@example.org", true),
          new Person("halima", "Halima Noor", "+254300555133", "halima.noor@example.org", false));

  List<Person> all() {
    return ALL;
  }

  Optional<Person> find(@Nullable String key) {
    return ALL.stream().filter(person -> person.key().equals(key)).findFirst();
  }

  /** By what Twilio calls the number, {@code whatsapp:+254…} or {@code +254…}. */
  Optional<Person> at(String address) {
    return ALL.stream()
        .filter(person -> person.phone().equals(address) || person.whatsApp().equals(address))
        .findFirst();
  }
}
