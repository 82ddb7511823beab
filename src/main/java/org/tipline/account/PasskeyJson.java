package org.tipline.account;

import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What goes to a browser and comes back, in the words of WebAuthn §5. */
@Component
class PasskeyJson {

  /** In characters; an attestation with a chain of certificates has a few thousand. */
  private static final int LONGEST = 50_000;

  /** In bytes, WebAuthn §4. */
  private static final int LONGEST_ID = 1_023;

  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
      new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
      new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  String write(Object options) {
    return json.writeValueAsString(options);
  }

  Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> made(String text) {
    return read(text, MADE)
        .filter(made -> isWhole(made) && made.getResponse().getAttestationObject() != null);
  }

  Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> used(String text) {
    return read(text, USED)
        .filter(
            used ->
                isWhole(used)
                    && used.getResponse().getAuthenticatorData() != null
                    && used.getResponse().getSignature() != null);
  }

  /** What the browser says it signed; whether it did, the signature tells. */
  Optional<Bytes> challenge(PublicKeyCredential<?> credential) {
    try {
      var said = json.readTree(credential.getResponse().getClientDataJSON().getBytes());
      var challenge = said.path("challenge").asString("");
      return challenge.isEmpty() ? Optional.empty() : Optional.of(Bytes.fromBase64(challenge));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> read(String text, TypeReference<T> type) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(text, type));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The library takes what is left out for null. */
  private static boolean isWhole(PublicKeyCredential<? extends AuthenticatorResponse> credential) {
    return credential.getId() != null
        && credential.getRawId() != null
        && credential.getRawId().getBytes().length <= LONGEST_ID
        && credential.getResponse() != null
        && credential.getResponse().getClientDataJSON() != null;
  }
}
