package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTests {

  private static final Binding HERE = new Binding("readers", "sealed_name", new UUID(1, 1));
  private static final byte[] PLAIN = "Achieng".getBytes(UTF_8);

  @TempDir Path data;
  private NewsroomKeys newsroom;
  private Keyring here;
  private Keyring there;

  @BeforeEach
  void startTwoInstances() {
    newsroom = NewsroomKeys.fresh(data);
    here = newsroom.start();
    there = newsroom.start();
  }

  @Test
  void newKeyIsUsedAndTheOldOneStillOpens() {
    var seal = new Seal(here);
    var old = seal.seal(PLAIN, HERE);
    var oldIndex = seal.index("PHONE", "1");
    var oldSignature = seal.sign("form", PLAIN);

    new SealKeys(here).add();

    assertThat(seal.open(old, HERE)).isEqualTo(PLAIN);
    assertThat(keyId(seal.seal(PLAIN, HERE))).isNotEqualTo(keyId(old));
    assertThat(seal.indexes("PHONE", "1"))
        .containsExactly(seal.index("PHONE", "1"), oldIndex)
        .doesNotHaveDuplicates();
    assertThat(seal.isSignedByUs("form", PLAIN, oldSignature)).isTrue();
  }

  @Test
  void listShowsWhichKeyIsUsedNow() {
    var keys = new SealKeys(here);
    keys.add();
    assertThat(keys.list())
        .extracting(SealKey::file)
        .containsExactly("seal", "seal", "index", "index");
    assertThat(keys.list()).extracting(SealKey::primary).containsExactly(false, true, false, true);
  }

  @Test
  void otherInstanceOpensAtOnceWhatTheNewKeySealed() {
    new SealKeys(here).add();
    assertThat(new Seal(there).open(new Seal(here).seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
  }

  @Test
  void otherInstanceTakesUpTheNewIndexKeyByItself() {
    new SealKeys(here).add();
    var newest = new Seal(here).index("PHONE", "1");
    await().untilAsserted(() -> assertThat(new Seal(there).index("PHONE", "1")).isEqualTo(newest));
  }

  @Test
  void noKeyIsLostWhenManyAreAddedAtOnce() {
    IntStream.range(0, 10).parallel().forEach(i -> new SealKeys(i % 2 == 0 ? here : there).add());
    assertThat(new SealKeys(here).list()).filteredOn(SealKey::primary).hasSize(2);
    here.seal().reread();
    assertThat(here.seal().keys().size()).isEqualTo(11);
  }

  @Test
  void startAfterARotationKnowsTheDatabaseByItsOldKey() {
    new SealKeys(here).add();
    var seal = new Seal(here);
    var again = new Seal(newsroom.start());
    assertThat(again.open(seal.seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
  }

  private static int keyId(byte[] sealed) {
    return ByteBuffer.wrap(sealed, 1, 4).getInt();
  }
}
