package org.tipline.account;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Service;

/** Signing in by a passkey, alone or after the password. */
@Service
class PasskeySignIn {

  private static final Logger log = LoggerFactory.getLogger(PasskeySignIn.class);

  private final PasskeyChallenges challenges;
  private final RelyingParty party;
  private final PasskeyJson json;

  PasskeySignIn(PasskeyChallenges challenges, RelyingParty party, PasskeyJson json) {
    this.challenges = challenges;
    this.party = party;
    this.json = json;
  }

  /** What a browser needs for it, as JSON; {@code editor} null: of whomever. */
  String begin(@Nullable UUID editor) {
    return json.write(options(challenges.make(editor), editor));
  }

  /**
   * Whose passkey signed; empty when none of ours did, or what it signed was not asked for now.
   *
   * @param credential what the browser answered, as JSON
   * @param editor as given to {@link #begin}
   */
  Optional<UUID> finish(String credential, @Nullable UUID editor) {
    return json.used(credential).flatMap(used -> check(used, editor));
  }

  private Optional<UUID> check(
      PublicKeyCredential<AuthenticatorAssertionResponse> used, @Nullable UUID editor) {
    return json.challenge(used)
        .filter(challenge -> challenges.use(challenge, editor))
        .flatMap(challenge -> verify(used, options(challenge, editor)))
        .filter(owner -> editor == null || owner.equals(editor));
  }

  private Optional<UUID> verify(
      PublicKeyCredential<AuthenticatorAssertionResponse> used,
      PublicKeyCredentialRequestOptions options) {
    try {
      var owner = party.checks().authenticate(new RelyingPartyAuthenticationRequest(options, used));
      return Optional.of(PasskeyOwners.editor(owner.getId()));
    } catch (WebAuthnException | IllegalArgumentException | CopiedPasskey e) {
      log.info("A passkey was not accepted: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private PublicKeyCredentialRequestOptions options(Bytes challenge, @Nullable UUID editor) {
    return editor == null ? party.toUse(challenge) : party.toUse(challenge, editor);
  }
}
