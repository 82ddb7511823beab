package org.tipline.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guesses which word was meant by one that no tip has. */
@Repository
class KnownWords {

  private final JdbcClient jdbc;

  KnownWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For each word that neither is nor begins a known one, the known one most like it. */
  Map<String, String> meantBy(List<String> words) {
    var meant = new HashMap<String, String>();
    for (var word : words) {
      if (!isKnown(word)) {
        mostLike(word).ifPresent(known -> meant.put(word, known));
      }
    }
    return meant;
  }

  private boolean isKnown(String word) {
    return jdbc.sql("select exists (select 1 from known_words where word ^@ ?)")
        .param(word)
        .query(Boolean.class)
        .single();
  }

  /** {@code %} takes pg_trgm's own threshold, 0.3: one or two wrong letters. */
  private Optional<String> mostLike(String word) {
    return jdbc.sql(
            "select word from known_words where word % :word order by similarity(word, :word) desc,"
                + " word limit 1")
        .param("word", word)
        .query(String.class)
        .optional();
  }
}
