package org.tipline.admin;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.intake.NoReason;
import org.tipline.intake.RawDeliveries;
import org.tipline.seal.SealBroken;

/** The raw bytes of a delivery as a file that runs nowhere, once a reason is written down. */
@Controller
class RawDeliveryController {

  private final RawDeliveries raw;

  RawDeliveryController(RawDeliveries raw) {
    this.raw = raw;
  }

  @PostMapping("/admin/deliveries/{id}/raw")
  Object open(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes after) {
    try {
      var bytes = raw.open(id, me.editorId(), reason);
      if (bytes.isPresent()) {
        return file(id, bytes.get());
      }
      after.addFlashAttribute("problem", "There is no such delivery any more.");
    } catch (NoReason problem) {
      after.addFlashAttribute("problem", problem.getMessage());
    } catch (SealBroken broken) {
      after.addFlashAttribute(
          "problem", "No key of ours opens that delivery; bring back its key file, see Keys.");
    }
    return "redirect:/admin/deliveries";
  }

  private static ResponseEntity<byte[]> file(UUID id, byte[] bytes) {
    var download = ContentDisposition.attachment().filename("delivery-" + id + ".bin").build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}
