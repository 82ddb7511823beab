package org.tipline.channel.form;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipline.media.FileTooLarge;
import org.tipline.media.MediaStore;

/** The files of one post, put into the media store as they are read. */
class Uploads {

  private static final Logger log = LoggerFactory.getLogger(Uploads.class);
  private static final int NAME_LENGTH = 255;

  static final Problem TOO_MANY = Problem.of("files", "files.tooMany", Limits.FILES);

  private final MediaStore media;
  private final List<Upload> stored = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Uploads(MediaStore media) {
    this.media = media;
  }

  List<Upload> stored() {
    return stored;
  }

  List<Problem> problems() {
    return problems;
  }

  /** An input in which nothing was chosen arrives as a file without name and bytes. */
  void add(String name, @Nullable String declaredType, InputStream content) throws IOException {
    var file = new BufferedInputStream(content);
    if (name.isEmpty() && isEmpty(file)) {
      return;
    }
    if (stored.size() == Limits.FILES) {
      refuse(TOO_MANY);
      return;
    }
    store(called(name), declaredType, file);
  }

  private void store(String name, @Nullable String declaredType, InputStream content)
      throws IOException {
    var file = new WatchedStream(content);
    try {
      var onDisk = media.store(file, Limits.FILE_BYTES);
      stored.add(new Upload(name, declaredType, onDisk.sha256(), onDisk.bytes()));
    } catch (FileTooLarge e) {
      refuse(Problem.of("files", "files.tooLarge", name));
    } catch (IOException e) {
      throw file.failure().orElseGet(() -> storeAway(e));
    }
  }

  private static IOException storeAway(IOException e) {
    log.error(
        "An upload was not kept: {}. Check space and rights of the data folder.",
        e.getClass().getSimpleName());
    return new UnreadablePost(Refusal.STORE_AWAY);
  }

  private void refuse(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static boolean isEmpty(BufferedInputStream file) throws IOException {
    file.mark(1);
    var isEmpty = file.read() < 0;
    file.reset();
    return isEmpty;
  }

  /** Some browsers send the whole path, which can hold the source's own name. */
  private static String called(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = last.replaceAll("\\p{Cntrl}", "");
    return clean.codePointCount(0, clean.length()) > NAME_LENGTH
        ? clean.substring(0, clean.offsetByCodePoints(0, NAME_LENGTH))
        : clean;
  }
}
