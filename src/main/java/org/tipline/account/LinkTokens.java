package org.tipline.account;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;

/** Redeems sign-in links for Spring Security. */
@Component
class LinkTokens implements OneTimeTokenService {

  private final SignInLinks links;
  private final Clock clock;

  LinkTokens(SignInLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @Override
  public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken presented) {
    var token = Objects.requireNonNullElse(presented.getTokenValue(), "");
    return links
        .redeem(token)
        .map(editor -> new DefaultOneTimeToken(token, editor.toString(), clock.instant()))
        .orElse(null);
  }

  /** Links are made by {@link SignInLinks} only, never on a stranger's request. */
  @Override
  public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
    throw new IllegalStateException("sign-in links are not made on request");
  }
}
