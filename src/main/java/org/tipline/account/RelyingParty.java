package org.tipline.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Where passkeys of ours are good, at {@code tipline.public-url}, and what is asked of them. */
@Component("relyingParty")
class RelyingParty {

  /** What authenticators of these days can do; the first is asked for first. */
  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(
          PublicKeyCredentialParameters.ES256,
          PublicKeyCredentialParameters.EdDSA,
          PublicKeyCredentialParameters.RS256);

  private final PublicUrl publicUrl;
  private final PublicKeyCredentialRpEntity party;
  private final Passkeys passkeys;
  private final WebAuthnRelyingPartyOperations checks;

  RelyingParty(
      PublicUrl publicUrl, AccountSettings settings, Passkeys passkeys, PasskeyOwners owners) {
    this.publicUrl = publicUrl;
    this.passkeys = passkeys;
    this.party =
        PublicKeyCredentialRpEntity.builder()
            .id(publicUrl.host())
            .name(settings.newsroom().name())
            .build();
    this.checks =
        new Webauthn4JRelyingPartyOperations(owners, passkeys, party, Set.of(publicUrl.origin()));
  }

  /** For templates too. */
  public boolean isPossible() {
    return publicUrl.takesPasskeys();
  }

  WebAuthnRelyingPartyOperations checks() {
    return checks;
  }

  /** What a browser needs to make one that also signs in alone. */
  PublicKeyCredentialCreationOptions toMake(Editor editor, Bytes challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(party)
        .user(PasskeyOwners.entity(editor))
        .challenge(challenge)
        .pubKeyCredParams(KINDS)
        .timeout(PasskeyChallenges.VALID)
        .excludeCredentials(descriptors(editor.id()))
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .build();
  }

  /** What a browser needs to use any that its owner has for us. */
  PublicKeyCredentialRequestOptions toUse(Bytes challenge) {
    return toUse(challenge, List.of());
  }

  /** What a browser needs to use one of this editor's. */
  PublicKeyCredentialRequestOptions toUse(Bytes challenge, UUID editor) {
    return toUse(challenge, descriptors(editor));
  }

  private PublicKeyCredentialRequestOptions toUse(
      Bytes challenge, List<PublicKeyCredentialDescriptor> which) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(publicUrl.host())
        .challenge(challenge)
        .timeout(PasskeyChallenges.VALID)
        .allowCredentials(which)
        .userVerification(UserVerificationRequirement.REQUIRED)
        .build();
  }

  private List<PublicKeyCredentialDescriptor> descriptors(UUID editor) {
    return passkeys.findByUserId(PasskeyOwners.handle(editor)).stream()
        .map(RelyingParty::descriptor)
        .toList();
  }

  private static PublicKeyCredentialDescriptor descriptor(CredentialRecord record) {
    return PublicKeyCredentialDescriptor.builder()
        .id(record.getCredentialId())
        .transports(record.getTransports())
        .build();
  }
}
