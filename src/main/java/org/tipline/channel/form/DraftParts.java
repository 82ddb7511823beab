package org.tipline.channel.form;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every page with a draft on it shows: what was typed, the files we have, what is wrong. */
@Component
class DraftParts {

  private static final long KILOBYTE = 1L << 10;
  private static final long MEGABYTE = 1L << 20;

  private final KeptUploads keptUploads;

  DraftParts(KeptUploads keptUploads) {
    this.keptUploads = keptUploads;
  }

  ModelAndView addTo(ModelAndView page, Draft draft, List<Problem> problems) {
    return page.addObject("draft", draft)
        .addObject("kept", draft.files().stream().map(this::kept).toList())
        .addObject("problems", new Problems(problems));
  }

  private KeptFile kept(Upload upload) {
    var name = Objects.requireNonNullElse(upload.name(), "");
    return new KeptFile(keptUploads.stamp(upload), name, size(upload.bytes()));
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? Math.ceilDiv(bytes, KILOBYTE) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
  }

  private record KeptFile(String stamp, String name, String size) {}
}
