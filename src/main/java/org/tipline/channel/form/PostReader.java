package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tipline.media.MediaStore;

/** Reads a post so that whatever goes wrong, what was typed is still there to show. */
@Component
class PostReader {

  private final MediaStore media;
  private final KeptUploads keptUploads;

  PostReader(MediaStore media, KeptUploads keptUploads) {
    this.media = media;
    this.keptUploads = keptUploads;
  }

  /** All of a post, its files put into the media store on the way. */
  Post read(HttpServletRequest request) {
    if (request.getContentLengthLong() > Limits.POST_BYTES) {
      return readRefused(request, Refusal.TOO_LARGE);
    }
    var uploads = new Uploads(media);
    var fields = new FormFields();
    return post(fields, uploads, readInto(fields, uploads, request));
  }

  /**
   * The fields of a post that is refused anyway: up to its first file, which the page puts last.
   */
  Post readRefused(HttpServletRequest request, Refusal refusal) {
    var fields = new FormFields();
    readInto(fields, null, request);
    return post(fields, new Uploads(media), refusal);
  }

  private static @Nullable Refusal readInto(
      FormFields fields, @Nullable Uploads uploads, HttpServletRequest request) {
    try {
      var body = new CappedBody(request.getInputStream(), Limits.POST_BYTES);
      var type = request.getContentType();
      if (MediaType.MULTIPART_FORM_DATA.includes(MediaType.parseMediaType(type))) {
        new MultipartBody(body, type).read(fields, uploads);
      } else {
        new UrlEncodedBody(body).read(fields);
      }
      return null;
    } catch (UnreadablePost e) {
      return e.refusal();
    } catch (IOException e) {
      return Refusal.BROKEN;
    }
  }

  private Post post(FormFields fields, Uploads uploads, @Nullable Refusal refusal) {
    var stamped = fields.all("kept");
    var kept = keptUploads.read(stamped);
    var files = Stream.concat(kept.stream(), uploads.stored().stream()).toList();
    var problems = new ArrayList<>(uploads.problems());
    if (kept.size() < stamped.size()) {
      problems.add(Problem.of("files", "files.gone"));
    }
    if (files.size() > Limits.FILES && problems.stream().noneMatch(Uploads.TOO_MANY::equals)) {
      problems.add(Uploads.TOO_MANY);
    }
    return new Post(Draft.of(fields, firstOf(files)), problems, refusal);
  }

  private static List<Upload> firstOf(List<Upload> files) {
    return files.subList(0, Math.min(files.size(), Limits.FILES));
  }
}
