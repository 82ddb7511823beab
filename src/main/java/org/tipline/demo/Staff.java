package org.tipline.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.tipline.account.Role;
import org.tipline.account.SeatRole;

/** The made-up desks and editors of seeds/editors.yaml. */
record Staff(List<Team> desks, List<Person> editors) {

  record Team(String slug, String name) {}

  record Person(
      String email,
      String name,
      @DefaultValue Set<Role> roles,
      @DefaultValue Map<String, SeatRole> seats) {}

  static Staff read(Path file) throws IOException {
    var yaml = new YamlPropertySourceLoader().load("staff", new FileSystemResource(file));
    return new Binder(ConfigurationPropertySources.from(yaml)).bind("", Staff.class).get();
  }
}
