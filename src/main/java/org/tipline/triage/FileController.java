package org.tipline.triage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tipline.account.SignedIn;
import org.tipline.media.MediaStore;
import org.tipline.media.SafeCopies;

/** A reader's files: the original only ever as a download, an image only ever as its safe copy. */
@Controller
class FileController {

  private final TipFiles files;
  private final MediaStore store;
  private final SafeCopies copies;

  FileController(TipFiles files, MediaStore store, SafeCopies copies) {
    this.files = files;
    this.store = store;
    this.copies = copies;
  }

  @GetMapping("/desk/files/{id}")
  ResponseEntity<Resource> original(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    var file = files.find(me.seats().sight(), id);
    var bytes = store.find(file.sha256()).orElseThrow(UnknownFile::new);
    var download =
        ContentDisposition.attachment()
            .filename(file.name().value(), StandardCharsets.UTF_8)
            .build();
    return guarded(file.type(), download).body(new FileSystemResource(bytes));
  }

  @GetMapping("/desk/files/{id}/image")
  ResponseEntity<Resource> image(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    var copy = copies.of(files.find(me.seats().sight(), id).sha256()).orElseThrow(UnknownFile::new);
    return guarded(MediaType.IMAGE_JPEG, ContentDisposition.inline().build())
        .body(new FileSystemResource(copy));
  }

  private static ResponseEntity.BodyBuilder guarded(
      MediaType type, ContentDisposition disposition) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff");
  }
}
