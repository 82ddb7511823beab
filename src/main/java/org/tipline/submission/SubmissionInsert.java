package org.tipline.submission;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Details;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;

/** Puts messages into the table of submissions, in one statement. */
@Component
class SubmissionInsert {

  private final JdbcClient jdbc;

  SubmissionInsert(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids of those that were not there before. */
  List<UUID> insert(List<NewSubmission> rows) {
    return jdbc.sql(
            """
            insert into submissions (id, delivery_id, channel, medium, external_id, reader_id,
              address_id, sent_at, received_at, text, subject, quoted, place,
              latitude, longitude, location_label, message_id, replied_to, marks)
            select id, delivery, channel, medium, external, reader,
              address, timestamptz 'epoch' + sent * interval '1 us', timestamptz 'epoch' + received * interval '1 us', said, subject, quoted, place,
              latitude, longitude, label, message, replied, string_to_array(marks, ',')
            from unnest(:ids::uuid[], :deliveries::uuid[], :channels::text[], :mediums::text[],
              :externals::text[], :readers::uuid[], :addresses::uuid[], :sent::bigint[],
              :received::bigint[], :texts::text[], :subjects::text[], :quoted::text[],
              :places::text[], :latitudes::float8[], :longitudes::float8[], :labels::text[],
              :messages::text[], :replied::text[], :marks::text[])
              as row (id, delivery, channel, medium, external, reader, address, sent, received, said,
                subject, quoted, place, latitude, longitude, label, message, replied, marks)
            on conflict (channel, external_id) do nothing returning id
            """)
        .param("ids", ids(rows, NewSubmission::id))
        .param("deliveries", ids(rows, row -> row.arrival().deliveryId()))
        .param("channels", words(rows, row -> row.arrival().channel().value()))
        .param("mediums", words(rows, row -> row.arrival().medium().name()))
        .param("externals", words(rows, row -> StorableText.of(row.message().externalId())))
        .param("readers", ids(rows, row -> row.from() == null ? null : row.from().reader()))
        .param("addresses", ids(rows, row -> row.from() == null ? null : row.from().address()))
        .param("sent", micros(rows, row -> row.message().sentAt()))
        .param("received", micros(rows, row -> row.arrival().receivedAt()))
        .param("texts", words(rows, row -> StorableText.of(row.message().text())))
        .param("subjects", details(rows, Details::subject))
        .param("quoted", details(rows, Details::quoted))
        .param("places", details(rows, Details::place))
        .param("latitudes", degrees(rows, Location::latitude))
        .param("longitudes", degrees(rows, Location::longitude))
        .param("labels", details(rows, it -> it.location() == null ? null : it.location().words()))
        .param("messages", details(rows, Details::messageId))
        .param("replied", details(rows, Details::repliedTo))
        .param("marks", details(rows, SubmissionInsert::marks))
        .query(UUID.class)
        .list();
  }

  private static String marks(Details details) {
    return details.marks().stream().map(Mark::name).collect(joining(","));
  }

  /** Not as text: a sender may name any year, and not every year reads back. */
  private static Long[] micros(
      List<NewSubmission> rows, Function<NewSubmission, @Nullable Instant> of) {
    return rows.stream()
        .map(of)
        .map(at -> at == null ? null : MICROS.between(Instant.EPOCH, at))
        .toArray(Long[]::new);
  }

  private static Double[] degrees(List<NewSubmission> rows, Function<Location, Double> of) {
    return rows.stream()
        .map(row -> row.message().details().location())
        .map(location -> location == null ? null : of.apply(location))
        .toArray(Double[]::new);
  }

  private static String[] details(
      List<NewSubmission> rows, Function<Details, @Nullable String> of) {
    return words(rows, row -> StorableText.ofNullable(of.apply(row.message().details())));
  }

  private static String[] words(
      List<NewSubmission> rows, Function<NewSubmission, @Nullable String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }

  private static UUID[] ids(List<NewSubmission> rows, Function<NewSubmission, @Nullable UUID> of) {
    return rows.stream().map(of).toArray(UUID[]::new);
  }
}
