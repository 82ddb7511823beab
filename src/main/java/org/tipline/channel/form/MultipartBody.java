package org.tipline.channel.form;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read part by part as it arrives. The container's own reader gives all parts or
 * an exception: a file too many, and the text is gone. It also writes every file to a temporary
 * folder in the clear.
 */
record MultipartBody(InputStream body, String contentType) implements UploadContext {

  /**
   * @param uploads takes the files; null stops before the first
   */
  void read(FormFields fields, @Nullable Uploads uploads) throws IOException {
    var parts = parsed(this::parts);
    for (var count = 1; parsed(parts::hasNext); count++) {
      if (count > Limits.PARTS) {
        throw new UnreadablePost(Refusal.TOO_MANY_PARTS);
      }
      var part = parsed(parts::next);
      if (part.isFormField()) {
        fields.add(part.getFieldName(), part.openStream());
      } else if (uploads == null) {
        return;
      } else {
        uploads.add(name(part), part.getContentType(), part.openStream());
      }
    }
  }

  private FileItemIterator parts() throws IOException, FileUploadException {
    var upload = new FileUpload();
    upload.setHeaderEncoding("UTF-8");
    upload.setPartHeaderSizeMax(Limits.PART_HEADER_BYTES);
    return upload.getItemIterator(this);
  }

  /** The library says "malformed" in four ways. */
  private static <T> T parsed(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (FileUploadException | IllegalStateException | IllegalArgumentException e) {
      throw new UnreadablePost(Refusal.BROKEN);
    }
  }

  private interface Step<T> {

    T take() throws IOException, FileUploadException;
  }

  private static String name(FileItemStream part) {
    try {
      return part.getName();
    } catch (InvalidFileNameException e) {
      return e.getName();
    }
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public InputStream getInputStream() {
    return body;
  }

  /** Not told: the library would refuse a long body before its first field is read. */
  @Override
  public long contentLength() {
    return -1;
  }
}
