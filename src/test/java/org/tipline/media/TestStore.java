package org.tipline.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DataSettings;

/** A media store and its safe copies in a folder of the test's own. */
record TestStore(MediaStore store, SafeCopies copies) {

  static TestStore in(Path data) throws IOException {
    var folder = new DataFolder(new DataSettings(data.toString()));
    var unfinished = new UnfinishedFiles(folder);
    var store = new MediaStore(folder, unfinished);
    return new TestStore(store, new SafeCopies(folder, store, unfinished, new Darkroom()));
  }

  StoredFile keep(byte[] content) throws IOException {
    return store.store(new ByteArrayInputStream(content), Long.MAX_VALUE);
  }
}
