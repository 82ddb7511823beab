package org.tipline.triage;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages the pages of the desk are written in: one file of texts each. */
@Component("deskLanguages")
class DeskLanguages {

  private static final String FILES = "classpath*:words/desk_*.properties";
  private static final Pattern FILE = Pattern.compile("desk_([a-z]{2,3})\\.properties");

  private final List<Locale> written;
  private final Locale own;
  private final Texts texts;

  DeskLanguages(NewsroomLanguages newsroom, Texts texts) throws IOException {
    var files = new PathMatchingResourcePatternResolver().getResources(FILES);
    this.written =
        Stream.concat(Stream.of("en"), Stream.of(files).flatMap(DeskLanguages::code))
            .distinct()
            .map(Locale::of)
            .toList();
    this.own =
        newsroom.languages().stream()
            .flatMap(code -> find(code).stream())
            .findFirst()
            .orElse(Locale.ENGLISH);
    this.texts = texts;
  }

  private static Stream<String> code(Resource file) {
    var name = FILE.matcher(String.valueOf(file.getFilename()));
    return name.matches() ? Stream.of(name.group(1)) : Stream.empty();
  }

  /** The newsroom's first that there is, when nothing else was chosen or that is not written. */
  Locale of(@Nullable String code) {
    return find(code).orElse(own);
  }

  boolean has(String code) {
    return find(code).isPresent();
  }

  private Optional<Locale> find(@Nullable String code) {
    return written.stream().filter(language -> language.getLanguage().equals(code)).findFirst();
  }

  /** Each by its own name. */
  public List<Choice> all() {
    return written.stream()
        .map(language -> new Choice(language.getLanguage(), texts.in(language, "desk.language")))
        .toList();
  }

  /**
   * One to pick.
   *
   * @param code ISO 639
   */
  record Choice(String code, String name) {}
}
