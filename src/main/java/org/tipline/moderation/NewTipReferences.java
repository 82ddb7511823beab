package org.tipline.moderation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.TipReferences;
import org.tipline.submission.Submissions;

/** Tells a channel which tip its delivery became, once it has been sorted. */
@Component
class NewTipReferences implements TipReferences {

  private final Submissions submissions;
  private final TipLinks links;

  NewTipReferences(Submissions submissions, TipLinks links) {
    this.submissions = submissions;
    this.links = links;
  }

  @Override
  public Optional<String> of(ChannelName channel, String deliveryKey) {
    return submissions.ofDelivery(channel, deliveryKey).stream()
        .findFirst()
        .flatMap(links::referenceOf)
        .map(Reference::toString);
  }
}
