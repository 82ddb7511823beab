package org.tipline.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guesses which word was meant by one that no tip has. */
@Repository
class KnownWords {

  /** So many are tried for one word. */
  private static final int GUESSES = 3;

  private final JdbcClient jdbc;

  KnownWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * For each word of which there is none, the known one most like it of which there is.
   *
   * @param isThere whether somebody finds anything by a word: what others know is not told
   */
  Map<String, String> meantBy(List<String> words, Predicate<String> isThere) {
    var meant = new HashMap<String, String>();
    for (var word : words) {
      if (!isThere.test(word)) {
        mostLike(word).stream()
            .filter(isThere)
            .findFirst()
            .ifPresent(known -> meant.put(word, known));
      }
    }
    return meant;
  }

  /** {@code %} takes pg_trgm's own threshold, 0.3: one or two wrong letters. */
  private List<String> mostLike(String word) {
    return jdbc.sql(
            """
            select word from known_words where word % :word and word <> :word
            order by similarity(word, :word) desc, word limit :guesses
            """)
        .param("word", word)
        .param("guesses", GUESSES)
        .query(String.class)
        .list();
  }
}
