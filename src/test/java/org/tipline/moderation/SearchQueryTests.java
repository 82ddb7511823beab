package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maji|(maji:*)",
        "Maji Kisumu|(maji:*) & (kisumu:*)",
        "\"maji ya kunywa\"|(maji <-> ya <-> kunywa)",
        "maji -Kisumu|(maji:*) & !(kisumu:*)",
        "-\"ya bure\" maji|!(ya <-> bure) & (maji:*)",
        "ng’ombe-dume|(ngombe <-> dume:*)",
        "maji \"|(maji:*)",
        "a & c ! (d):* <-> 'e'|(a:*) & (c:*) & (d:*) & (e:*)"
      },
      quoteCharacter = '~')
  void readsWhatEditorsType(String typed, String query) {
    assertThat(SearchQuery.parse(typed).toTsQuery()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "!?", "\"\"", "-maji", "-\"a b\" -c", "😀"})
  void withoutAWordThereIsNothingToLookFor(String typed) {
    assertThat(SearchQuery.parse(typed).isEmpty()).isTrue();
  }

  @Test
  void meantWordsTakeThePlaceOfTheirs() {
    var query = SearchQuery.parse("mafuriku -kisumu \"mto tana\"");

    assertThat(query.with(Map.of("mafuriku", "mafuriko")))
        .hasValueSatisfying(
            meant -> assertThat(meant).hasToString("mafuriko -kisumu \"mto tana\""));
    assertThat(query.with(Map.of("other", "word"))).isEmpty();
  }
}
