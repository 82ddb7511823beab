package org.tipline.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tipline.account.ApiCaller;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.moderation.UnknownTip;
import org.tipline.submission.Submission;
import org.tipline.submission.Submissions;

/** Tips for the newsroom's other systems: a list in pages, and one tip whole. */
@RestController
@RequestMapping(path = "/api/tips", produces = MediaType.APPLICATION_JSON_VALUE)
class TipsController {

  private final Queue queue;
  private final Submissions submissions;
  private final TipsFilters filters;

  TipsController(Queue queue, Submissions submissions, TipsFilters filters) {
    this.queue = queue;
    this.submissions = submissions;
    this.filters = filters;
  }

  @GetMapping
  TipsJson list(TipsQuery query, @AuthenticationPrincipal ApiCaller caller) {
    var page =
        queue.page(caller.sight(), filters.read(query, caller), query.after(), query.pageSize());
    var firsts = firsts(page.tips());
    return new TipsJson(
        page.tips().stream().map(tip -> TipJson.of(tip, first(firsts.get(tip.id())))).toList(),
        page.next());
  }

  @GetMapping("/{reference}")
  TipJson tip(@PathVariable String reference, @AuthenticationPrincipal ApiCaller caller) {
    return queue
        .find(caller.sight(), reference)
        .map(view -> TipJson.of(view.tip(), view.submissions()))
        .orElseThrow(() -> new UnknownTip(reference));
  }

  /** Two queries for the whole page, however long it is. */
  private Map<UUID, Submission> firsts(List<TipRow> tips) {
    var ids = queue.firstSubmissions(tips.stream().map(TipRow::id).toList());
    var found =
        submissions.findAll(ids.values()).stream()
            .collect(Collectors.toMap(Submission::id, Function.identity()));
    return ids.entrySet().stream()
        .filter(entry -> found.containsKey(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> found.get(entry.getValue())));
  }

  private static List<Submission> first(@Nullable Submission submission) {
    return submission == null ? List.of() : List.of(submission);
  }
}
