package org.tipline.account;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes for the day a passkey is lost, each good once; only their hashes are kept. */
@Repository
class RecoveryCodes {

  private static final int COUNT = 10;
  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  /** Crockford's, without what is misread: 100 bits in all. */
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many are left. */
  int left(UUID editor) {
    return jdbc.sql("select count(*) from recovery_codes where editor_id = ?")
        .param(editor)
        .query(Integer.class)
        .single();
  }

  /** Ten new ones, told this once; those before stop working. */
  @Transactional
  List<String> make(UUID editor) {
    removeAll(editor);
    var codes = Stream.generate(this::code).limit(COUNT).toList();
    codes.forEach(code -> keep(editor, code));
    return codes;
  }

  /** Whether it is one of theirs; it is used up then, even by two requests at once. */
  boolean use(UUID editor, String typed) {
    return jdbc.sql("delete from recovery_codes where editor_id = ? and code_hash = ?")
            .params(editor, hash(typed))
            .update()
        > 0;
  }

  void removeAll(UUID editor) {
    jdbc.sql("delete from recovery_codes where editor_id = ?").param(editor).update();
  }

  private String code() {
    return Stream.generate(this::group).limit(GROUPS).collect(joining("-"));
  }

  private String group() {
    return random
        .ints(GROUP, 0, SYMBOLS.length())
        .mapToObj(symbol -> SYMBOLS.substring(symbol, symbol + 1))
        .collect(joining());
  }

  private void keep(UUID editor, String code) {
    jdbc.sql("insert into recovery_codes (editor_id, code_hash) values (?, ?)")
        .params(editor, hash(code))
        .update();
  }

  /** However it was written down: Crockford reads O as 0, I and L as 1. */
  private static byte[] hash(String typed) {
    var code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    return TokenHash.of(code);
  }
}
