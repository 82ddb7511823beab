package org.tipline.channel.email;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.subethamail.smtp.server.SSLSocketCreator;

/** Turns a connection into TLS; a renewed certificate is taken up without a restart. */
final class StartTls implements SSLSocketCreator {

  private static final Logger log = LoggerFactory.getLogger(StartTls.class);

  private final Path certificate;
  private final Path privateKey;
  private SSLContext context;
  private FileTime takenUp;

  StartTls(Path certificate, Path privateKey) {
    this.certificate = certificate;
    this.privateKey = privateKey;
    try {
      takenUp = Files.getLastModifiedTime(certificate);
      context = load();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "Put a PEM certificate and its private key where tipline.channels.email.smtp.certificate"
              + " and .private-key say: they cannot be read.",
          e);
    }
  }

  @Override
  public SSLSocket createSSLSocket(Socket socket) throws IOException {
    var plain = socket instanceof WatchedSocket watched ? watched.unwatched() : socket;
    var factory = context().getSocketFactory();
    // The form for servers: the others want the client's host name, which is a DNS query.
    return (SSLSocket) factory.createSocket(plain, null, true);
  }

  private synchronized SSLContext context() throws IOException {
    var modified = Files.getLastModifiedTime(certificate);
    if (!modified.equals(takenUp)) {
      takenUp = modified;
      takeUp();
    }
    return context;
  }

  private void takeUp() {
    try {
      context = load();
      log.info("The renewed certificate for mail is in use.");
    } catch (RuntimeException e) {
      log.error("The renewed certificate for mail cannot be read, the old one stays in use.", e);
    }
  }

  private SSLContext load() {
    var details =
        PemSslStoreDetails.forCertificate(certificate.toUri().toString())
            .withPrivateKey(privateKey.toUri().toString());
    return SslBundle.of(new PemSslStoreBundle(details, null)).createSslContext();
  }
}
