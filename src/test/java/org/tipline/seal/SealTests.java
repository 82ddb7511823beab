package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealTests {

  private static final UUID ROW = UUID.fromString("0192f0c1-2222-7000-8000-000000000001");
  private static final Binding HERE = new Binding("reader_addresses", "sealed", ROW);
  private static final byte[] PLAIN = "+254700000001".getBytes(UTF_8);

  @TempDir static Path data;
  private static Seal seal;

  @BeforeAll
  static void open() {
    seal = new Seal(NewsroomKeys.fresh(data).start());
  }

  @Test
  void sealedBytesOpenWhereTheyBelong() {
    assertThat(seal.open(seal.seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
    assertThat(seal.open(seal.seal(new byte[0], HERE), HERE)).isEmpty();
  }

  @Test
  void sealedBytesShowNothing() {
    var sealed = seal.seal(PLAIN, HERE);
    assertThat(new String(sealed, UTF_8)).doesNotContain("2547");
    assertThat(seal.seal(PLAIN, HERE)).isNotEqualTo(sealed);
  }

  static Binding[] elsewhere() {
    return new Binding[] {
      new Binding("readers", HERE.column(), ROW),
      new Binding(HERE.table(), "sealed_name", ROW),
      new Binding(HERE.table(), HERE.column(), new UUID(1, 2))
    };
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void sealedBytesDoNotOpenElsewhere(Binding elsewhere) {
    assertThatExceptionOfType(SealBroken.class)
        .isThrownBy(() -> seal.open(seal.seal(PLAIN, HERE), elsewhere));
  }

  @Test
  void oneChangedBitAnywhereIsNoticed() {
    var sealed = seal.seal(PLAIN, HERE);
    for (var i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seal.open(changed, HERE));
    }
  }

  @Test
  void whatIsNoSealedValueIsRefused() {
    for (var junk : new byte[][] {{}, {1}, PLAIN, new byte[64]}) {
      assertThatExceptionOfType(SealBroken.class)
          .isThrownBy(() -> seal.open(junk, HERE))
          .withMessageNotContaining("2547");
    }
  }

  @Test
  void equalValuesHaveOneIndexAndKindsKeepApart() {
    var index = seal.index("PHONE", "+254700000001");
    assertThat(index).hasSize(32).isEqualTo(seal.index("PHONE", "+254700000001"));
    assertThat(seal.indexes("PHONE", "+254700000001")).containsExactly(index);
    assertThat(index)
        .isNotEqualTo(seal.index("EMAIL", "+254700000001"))
        .isNotEqualTo(seal.index("PHONE", "+254700000002"))
        .isNotEqualTo(seal.index("PHONE+", "254700000001"))
        .isNotEqualTo(seal.sign("PHONE", "+254700000001".getBytes(UTF_8)));
  }

  @Test
  void signatureHoldsForItsPurposeAndMessageOnly() {
    var signature = seal.sign("form", PLAIN);
    assertThat(seal.isSignedByUs("form", PLAIN, signature)).isTrue();
    assertThat(seal.isSignedByUs("link", PLAIN, signature)).isFalse();
    assertThat(seal.isSignedByUs("form", new byte[] {1}, signature)).isFalse();
    assertThat(seal.isSignedByUs("form", PLAIN, new byte[0])).isFalse();
  }

  @Test
  void manyMaySealAtOnce() {
    var opened =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> seal.open(seal.seal(("tip " + i).getBytes(UTF_8), HERE), HERE))
            .map(plain -> new String(plain, UTF_8))
            .toList();
    assertThat(new HashSet<>(opened)).hasSize(2_000);
  }
}
