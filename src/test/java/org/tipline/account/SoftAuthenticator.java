package org.tipline.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authenticator that holds one passkey, and the browser before it: ES256, no attestation,
 * WebAuthn §6. It can be made to lie.
 */
final class SoftAuthenticator {

  static final String HERE = "https://tips.example.org";

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_KEY = 0x40;
  private static final JsonMapper JSON = new JsonMapper();

  private final KeyPair keys;
  private final byte[] id = new byte[32];

  /** What it counts its signatures with. */
  int counter;

  /** Whether it says that its owner unlocked it. */
  boolean isUnlocked = true;

  /** Where its browser is. */
  String origin = HERE;

  SoftAuthenticator() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(id);
  }

  /** The browser's answer, as JSON, to what {@code options} ask for. */
  String make(String options) throws GeneralSecurityException {
    var data = join(data(WITH_KEY), new byte[16], new byte[] {0, (byte) id.length}, id, cose());
    var attestation =
        join(
            hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
            new byte[] {(byte) data.length},
            data);
    return answer(
        Map.of(
            "clientDataJSON",
            base64(clientData("webauthn.create", options)),
            "attestationObject",
            base64(attestation)));
  }

  /** The same for one that is there. */
  String use(String options) throws GeneralSecurityException {
    counter++;
    var data = data(0);
    var client = clientData("webauthn.get", options);
    return answer(
        Map.of(
            "clientDataJSON",
            base64(client),
            "authenticatorData",
            base64(data),
            "signature",
            base64(sign(join(data, sha256(client))))));
  }

  private String answer(Map<String, String> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            base64(id),
            "rawId",
            base64(id),
            "type",
            "public-key",
            "clientExtensionResults",
            Map.of(),
            "response",
            response));
  }

  private byte[] data(int flags) throws GeneralSecurityException {
    var all = flags | PRESENT | (isUnlocked ? VERIFIED : 0);
    return join(
        sha256("tips.example.org".getBytes(UTF_8)),
        new byte[] {(byte) all},
        ByteBuffer.allocate(4).putInt(counter).array());
  }

  private byte[] clientData(String type, String options) {
    var challenge = JSON.readTree(options).path("challenge").asString();
    return JSON.writeValueAsBytes(
        Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
  }

  private byte[] cose() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return join(
        hex("a5010203262001215820"),
        unsigned(point.getAffineX()),
        hex("225820"),
        unsigned(point.getAffineY()));
  }

  private byte[] sign(byte[] what) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(what);
    return signature.sign();
  }

  private static byte[] unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    var padded = join(new byte[32], bytes);
    return Arrays.copyOfRange(padded, padded.length - 32, padded.length);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
