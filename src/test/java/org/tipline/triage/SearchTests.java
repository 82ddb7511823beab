package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Sight;
import org.tipline.moderation.Act;
import org.tipline.moderation.Decision;
import org.tipline.moderation.Merges;
import org.tipline.moderation.Moderation;
import org.tipline.moderation.Notes;
import org.tipline.moderation.Queue;
import org.tipline.moderation.Tags;

@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class SearchTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Moderation moderation;
  @Autowired private Notes notes;
  @Autowired private Tags tags;
  @Autowired private Merges merges;
  @Autowired private Queue queue;
  @Autowired private JdbcClient jdbc;

  /** A word nobody else's tip has, and none that is like it. */
  private final String word = letters();

  private Visitor achieng;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng Otieno");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NG'OMBE", "ng’ombe", "ngombe", "ng'om", "\"wa ng'ombe\"", "ngʼombe -ndizi"})
  void wordsAreFoundHoweverTheyAreWritten(String typed) {
    var reference = postbox.post("Wizi wa Ng’ombe " + word);

    assertThat(found("", typed + " " + word)).containsExactly(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ng'ombe wa\"", "zzzz", "ng'ombe -wizi", "mbuzi"})
  void whatIsNotSaidIsNotFound(String typed) {
    postbox.post("Wizi wa Ng’ombe " + word);

    assertThat(found("", typed + " " + word)).isEmpty();
  }

  @Test
  void colleaguesNotesAreFoundToo() {
    var reference = postbox.post("Hakuna maji");
    notes.write(UUID.randomUUID(), reference, achieng.seats(), "Ask at the county office " + word);

    assertThat(found("", word)).containsExactly(reference);
  }

  @Test
  void tagsAreFoundToo() {
    var reference = postbox.post("Hakuna maji");
    tags.add(reference, achieng.seats(), word);

    assertThat(found("", word)).containsExactly(reference);
  }

  @Test
  void wordsOfAMergedTipFindTheOneItIsIn() {
    var into = postbox.post("Mto umefurika");
    var other = postbox.post("The river " + word);

    merges.merge(List.of(act(into), act(other)));

    assertThat(found("", word)).containsExactly(into);
  }

  private Act act(String reference) {
    return Act.of(achieng.seats(), reference, version(reference));
  }

  @Test
  void manyTipsAreLookedThroughTogether(CapturedOutput output) {
    var reference = postbox.post("Mafuriko " + word);

    await().untilAsserted(() -> assertThat(found("", word)).containsExactly(reference));
    assertThat(output).doesNotContain("search looks at tips one by one");
  }

  @Test
  void tipThatCannotBeLookedThroughHoldsUpNoOther() {
    var broken = postbox.post("Hakuna maji");
    jdbc.sql("update tips set opened_at = '294276-12-31' where reference = ?")
        .param(broken.replace("-", ""))
        .update();
    try {
      tags.add(broken, achieng.seats(), "maji");
      var reference = postbox.post("Mafuriko " + word);

      await().untilAsserted(() -> assertThat(found("", word)).containsExactly(reference));
      await().until(() -> isSetAside(broken));
    } finally {
      jdbc.sql("update tips set opened_at = queued_at where reference = ?")
          .param(broken.replace("-", ""))
          .update();
    }
    tags.add(broken, achieng.seats(), word);

    await().untilAsserted(() -> assertThat(found("", word)).contains(broken));
  }

  private boolean isSetAside(String reference) {
    return jdbc.sql(
            """
            select count(*) from tip_words_due d join tips t on t.id = d.tip_id
            where t.reference = ? and d.due_at = 'infinity'
            """)
        .param(reference.replace("-", ""))
        .query(Integer.class)
        .single()
        .equals(1);
  }

  @Test
  void misspeltWordIsFoundAndThePageSaysSo() {
    var reference = postbox.post("Mafuriko " + word);
    var misspelt = word.substring(0, 7) + "z" + word.substring(8);

    var page = page("", misspelt);

    assertThat(page.select(".row .reference").eachText()).containsExactly(reference);
    assertThat(page.select(".sought [role=status]").text()).contains("these have " + word);
  }

  @Test
  void archiveIsSearchedAcrossTheMonthsNewestFirst() {
    var references = new ArrayList<String>();
    for (var month = 0; month < 4; month++) {
      references.add(postbox.post("month " + month + " " + word));
      makeOlder(references.getLast(), 40 * month);
      close(references.getLast());
      assertThat(found("state=SPAM&", word)).contains(references.getLast());
    }

    assertThat(found("state=SPAM&", word)).containsExactlyElementsOf(references);
    assertThat(found("state=ALL&", word)).containsExactlyElementsOf(references);
    assertThat(found("", word)).isEmpty();
    assertThat(found("state=ACCEPTED&", word)).isEmpty();
  }

  @Test
  void reopenedTipIsInTheQueueAgain() {
    var reference = closed(word);
    assertThat(found("", word)).isEmpty();

    moderation.decide(reference, achieng.seats(), version(reference), new Decision.Reopen());

    assertThat(found("", word)).containsExactly(reference);
  }

  /** As if it had come that many days ago; the next act makes search look at it again. */
  private void makeOlder(String reference, int days) {
    await().until(() -> found("", word).contains(reference));
    var tip = queue.find(Sight.EVERYWHERE, reference).orElseThrow().tip().id();
    jdbc.sql(
            """
            with gone as (delete from tip_words where tip_id = :tip)
            update tips set opened_at = opened_at - :days * interval '1 day' where id = :tip
            """)
        .param("tip", tip)
        .param("days", days)
        .update();
  }

  private String closed(String text) {
    var reference = postbox.post(text);
    close(reference);
    return reference;
  }

  private void close(String reference) {
    moderation.decide(reference, achieng.seats(), version(reference), new Decision.Spam());
  }

  private long version(String reference) {
    return queue.find(Sight.EVERYWHERE, reference).orElseThrow().tip().version();
  }

  private List<String> found(String filter, String typed) {
    return page(filter, typed).select(".row .reference").eachText();
  }

  private Document page(String filter, String typed) {
    var q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return achieng.page("/desk?" + filter + "q=" + q);
  }

  /** Without z, which is what is misspelt here. */
  private static String letters() {
    return ThreadLocalRandom.current()
        .ints(14, 'a', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
