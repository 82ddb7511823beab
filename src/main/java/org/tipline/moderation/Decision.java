package org.tipline.moderation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person decides about a tip; one that says too little cannot be made. */
public sealed interface Decision {

  /** In words: what settles a tip. Reopening settles nothing. */
  Set<String> DECIDING = Set.of("accepted", "rejected", "marked as spam", "published");

  /** As the history has it. */
  String inWords();

  /** What is kept beside it: the reason, the link. */
  default @Nullable String detail() {
    return null;
  }

  /** Worth a story. */
  record Accept() implements Decision {

    @Override
    public String inWords() {
      return "accepted";
    }
  }

  /** Not used, with the reason for colleagues: 1 to 500 characters. */
  record Reject(String reason) implements Decision {

    public Reject {
      reason = reason.strip();
      if (reason.isEmpty() || reason.length() > 500) {
        throw new BadDecision("Say in 1 to 500 characters why this tip is not used.");
      }
    }

    @Override
    public String inWords() {
      return "rejected";
    }

    @Override
    public String detail() {
      return reason;
    }
  }

  /** Not a tip at all. */
  record Spam() implements Decision {

    @Override
    public String inWords() {
      return "marked as spam";
    }
  }

  /** Became a story, with its http or https address: at most 2,000 characters. */
  record Publish(String link) implements Decision {

    public Publish {
      link = link.strip();
      if (!isWebAddress(link)) {
        throw new BadDecision("Give the story's address, beginning with https://.");
      }
    }

    @Override
    public String inWords() {
      return "published";
    }

    @Override
    public String detail() {
      return link;
    }

    private static boolean isWebAddress(String link) {
      try {
        var address = new URI(link);
        return link.length() <= 2_000
            && address.getHost() != null
            && ("https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()));
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }

  /** Back to the queue. */
  record Reopen() implements Decision {

    @Override
    public String inWords() {
      return "reopened";
    }
  }
}
