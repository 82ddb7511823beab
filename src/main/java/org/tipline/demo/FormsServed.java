package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DurableFile;

/**
 * The hidden fields of the form each story was written on, kept from start to start: sent again on
 * the same form, a story is the same tip.
 */
@Component
@Profile("demo")
class FormsServed {

  private final DataFolder folder;
  private final OurServer server;

  FormsServed(DataFolder folder, OurServer server) {
    this.folder = folder;
    this.server = server;
  }

  Map<String, String> of(String story) throws IOException {
    var kept = folder.part("demo").resolve(story + ".properties");
    if (!Files.exists(kept)) {
      keep(kept, hiddenFields());
    }
    var fields = new Properties();
    fields.load(new StringReader(Files.readString(kept, UTF_8)));
    return fields.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, fields::getProperty));
  }

  private Properties hiddenFields() {
    var page = server.client().get().uri("/tip").retrieve().requiredBody(String.class);
    var fields = new Properties();
    for (Element field : Jsoup.parse(page).select("form[method=post] input[type=hidden]")) {
      fields.setProperty(field.attr("name"), field.val());
    }
    return fields;
  }

  private static void keep(Path file, Properties fields) throws IOException {
    var text = new StringWriter();
    fields.store(text, null);
    DurableFile.write(file, text.toString().getBytes(UTF_8));
  }
}
