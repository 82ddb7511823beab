package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.Address;
import org.tipline.submission.ReaderAddresses;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;

@NewsroomTest
class OptOutsTests {

  private final String reader = "+254199" + UUID.randomUUID();

  @Autowired private OptOuts optOuts;
  @Autowired private ReaderAddresses addresses;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  @Test
  void addressOfASubmissionOpensAsItCame() throws Exception {
    var address = new Address(Address.Kind.PHONE, reader);

    assertThat(addresses.open(message())).contains(address);
    assertThat(addresses.open(message())).contains(address);
    assertThat(addresses.kindOf(message())).contains(Address.Kind.PHONE);
    assertThat(addresses.open(UUID.randomUUID())).isEmpty();
  }

  @Test
  void optOutHoldsForTheReaderUntilTheyUndoIt() throws Exception {
    var stop = message();
    optOuts.record(stop, OptOuts.By.READER);
    optOuts.record(stop, OptOuts.By.PROVIDER);

    assertThat(optOuts.isOptedOut(stop)).isTrue();
    assertThat(optOuts.isOptedOut(message())).isTrue();
    assertThat(optOuts.undo(message())).isTrue();
    assertThat(optOuts.isOptedOut(stop)).isFalse();
    assertThat(optOuts.undo(stop)).isFalse();
  }

  @Test
  void whatWasUndoneStaysWritten() throws Exception {
    var submission = message();
    optOuts.record(submission, OptOuts.By.READER);
    optOuts.undo(submission);
    optOuts.record(submission, OptOuts.By.PROVIDER);

    assertThat(
            jdbc.sql(
                    """
                    select by from opt_outs o join submissions s on s.address_id = o.address_id
                    where s.id = ? order by o.id
                    """)
                .param(submission)
                .query(String.class)
                .list())
        .containsExactly("READER", "PROVIDER");
    assertThat(optOuts.isOptedOut(submission)).isTrue();
  }

  @Test
  void optOutCountsForEachAddressOfTheReader() throws Exception {
    var withNumber = message();
    var other =
        jdbc.sql(
                """
                insert into reader_addresses (id, reader_id, medium, kind, blind, sealed)
                select gen_random_uuid(), reader_id, medium, 'WHATSAPP_USER', sha256(text::bytea), ''
                from submissions where id = ? returning id
                """)
            .param(withNumber)
            .query(UUID.class)
            .single();
    var withoutNumber = message();
    jdbc.sql("update submissions set address_id = ? where id = ?")
        .param(other)
        .param(withoutNumber)
        .update();

    optOuts.record(withNumber, OptOuts.By.READER);

    assertThat(optOuts.isOptedOut(withoutNumber)).isTrue();
    assertThat(optOuts.undo(withoutNumber)).isTrue();
    assertThat(optOuts.isOptedOut(withNumber)).isFalse();
  }

  @Test
  void readerWithoutAnAddressHasNothingToOptOutOf() throws Exception {
    var submission = message();
    jdbc.sql("update submissions set address_id = null where id = ?").param(submission).update();

    optOuts.record(submission, OptOuts.By.READER);

    assertThat(optOuts.isOptedOut(submission)).isFalse();
    assertThat(addresses.open(submission)).isEmpty();
  }

  private UUID message() throws Exception {
    var id = UUID.randomUUID().toString();
    assertThat(new Rehearsal(port).message(reader, id, "Mafuriko " + id)).isEqualTo(200);
    return await().until(() -> submission(id), Optional::isPresent).orElseThrow();
  }

  private Optional<UUID> submission(String externalId) {
    return jdbc.sql("select id from submissions where external_id = ?")
        .param(externalId)
        .query(UUID.class)
        .optional();
  }
}
