package org.tipline.account;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;

/** Passkeys that an editor makes for themselves. */
@Service
class NewPasskeys {

  private static final Logger log = LoggerFactory.getLogger(NewPasskeys.class);
  private static final int MOST = 20;

  private final Passkeys passkeys;
  private final PasskeyChallenges challenges;
  private final RelyingParty party;
  private final PasskeyJson json;
  private final Editors editors;

  NewPasskeys(
      Passkeys passkeys,
      PasskeyChallenges challenges,
      RelyingParty party,
      PasskeyJson json,
      Editors editors) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.party = party;
    this.json = json;
    this.editors = editors;
  }

  /** What a browser needs to make one, as JSON. */
  String begin(UUID editor) {
    return json.write(party.toMake(owner(editor), challenges.make(editor)));
  }

  /**
   * Keeps the one a browser has made.
   *
   * @param credential its answer, as JSON
   * @return false when it does not prove that it was made for this editor, here and now, or they
   *     have twenty
   */
  boolean keep(UUID editor, String credential, String label) {
    return passkeys.of(editor).size() < MOST
        && json.made(credential).filter(made -> keep(editor, made, label)).isPresent();
  }

  private boolean keep(
      UUID editor, PublicKeyCredential<AuthenticatorAttestationResponse> made, String label) {
    return json.challenge(made)
        .filter(challenge -> challenges.use(challenge, editor))
        .filter(challenge -> verify(editor, challenge, new RelyingPartyPublicKey(made, label)))
        .isPresent();
  }

  private boolean verify(UUID editor, Bytes challenge, RelyingPartyPublicKey made) {
    var options = party.toMake(owner(editor), challenge);
    try {
      party
          .checks()
          .registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, made));
      log.info("Editor {} made a passkey", editor);
      return true;
    } catch (WebAuthnException | IllegalArgumentException e) {
      log.info("A new passkey was not accepted: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private Editor owner(UUID editor) {
    return editors.find(editor).orElseThrow();
  }
}
