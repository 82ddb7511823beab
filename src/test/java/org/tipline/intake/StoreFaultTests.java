package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

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

  @ParameterizedTest
  @CsvSource({
    "53100, true",
    "08006, true",
    "25006, true",
    "40P01, true",
    "40001, true",
    "55P03, true",
    "54000, false",
    "22021, false",
    "23505, false"
  })
  void driverKnowsBestWhetherTheDeliveryIsToBlame(String state, boolean place) {
    var error = new DataAccessResourceFailureException("so", new SQLException("an error", state));

    assertThat(StoreFault.isOfThePlace(error)).isEqualTo(place);
  }

  @Test
  void kindOfTheErrorTellsWhereTheDriverSaysNothing() {
    var full = new UncheckedIOException(new IOException("No space left on device"));

    assertThat(
            List.of(
                new CannotCreateTransactionException("no", new SQLException("closed")),
                new DataAccessResourceFailureException("no"),
                new CannotAcquireLockException("no"),
                new QueryTimeoutException("no"),
                full,
                new IllegalStateException(full)))
        .allMatch(StoreFault::isOfThePlace);
    assertThat(List.of(new IllegalStateException("a bug"), new DuplicateKeyException("twice")))
        .noneMatch(StoreFault::isOfThePlace);
  }

  @Test
  void connectionThatOnlyReadsIsDropped() {
    assertThat(new LostPrimary().adjudicate(new SQLException("an error", "25006")))
        .isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
    assertThat(new LostPrimary().adjudicate(new SQLException("an error", "23505")))
        .isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
  }
}
