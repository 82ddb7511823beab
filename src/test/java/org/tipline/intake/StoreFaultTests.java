package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFaultTests {

  @ParameterizedTest
  @CsvSource({
    "08006, true, false",
    "53100, true, false",
    "53300, true, false",
    "57014, true, false",
    "57P01, true, false",
    "25006, true, false",
    "25001, false, false",
    "22021, false, true",
    "23514, false, true",
    "42P01, false, false",
    ", false, false"
  })
  void classOfTheErrorSaysWhoseFaultItIs(String state, boolean database, boolean row) {
    var error = new SQLException("an error", state);

    assertThat(StoreFault.isOfTheDatabase(error)).isEqualTo(database);
    assertThat(StoreFault.isOfARow(error)).isEqualTo(row);
  }

  @Test
  void timeIsUpWhateverTheStateSays() {
    assertThat(StoreFault.isOfTheDatabase(new SQLTimeoutException())).isTrue();
    assertThat(StoreFault.isOfTheDatabase(new SQLTransientConnectionException())).isTrue();
  }

  @Test
  void connectionThatOnlyReadsIsDropped() {
    assertThat(new LostPrimary().adjudicate(new SQLException("an error", "25006")))
        .isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
    assertThat(new LostPrimary().adjudicate(new SQLException("an error", "23505")))
        .isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
  }
}
