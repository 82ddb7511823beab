package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Fills in our web form as a browser does. */
@Component
@Profile("demo")
class FormDoor implements Door {

  private final OurServer server;
  private final FormsServed forms;

  FormDoor(OurServer server, FormsServed forms) {
    this.server = server;
    this.forms = forms;
  }

  @Override
  public String ending() {
    return ".form";
  }

  @Override
  public void deliver(Path payload) throws IOException {
    var filled = FormPayload.parse(payload, Files.readAllLines(payload, UTF_8));
    var posted = new LinkedMultiValueMap<String, Object>();
    forms.of(story(payload)).forEach(posted::add);
    filled.fields().forEach(posted::add);
    filled.files().forEach(file -> posted.add("files", new FileSystemResource(file)));
    post(posted);
  }

  private static String story(Path payload) {
    return payload.getName(payload.getNameCount() - 2).toString();
  }

  private void post(MultiValueMap<String, Object> posted) throws IOException {
    var answer = server.client().post().uri("/tip").body(posted).retrieve().toBodilessEntity();
    if (!answer.getStatusCode().is3xxRedirection()) {
      throw new IOException("the form answered " + answer.getStatusCode());
    }
  }
}
