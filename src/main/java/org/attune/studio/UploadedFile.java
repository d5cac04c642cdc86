package org.attune.studio;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.attune.ui.Texts;

/** Takes an uploaded file into a temporary one and tells the page. */
class UploadedFile implements UploadHandler {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final transient BiConsumer<Path, String> received;

    /**
     * @param limit largest size, in bytes; what is longer is refused
     * @param received gets the file and its name on the page's own thread; the file is the receiver's to delete
     */
    UploadedFile(long limit, BiConsumer<Path, String> received) {
        this.limit = limit;
        this.received = received;
    }

    @Override
    public long getFileSizeMax() {
        return limit;
    }

    @Override
    public long getRequestSizeMax() {
        return limit + 65_536;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        Path file = Files.createTempFile("attune-upload", ".part");
        boolean whole = false;
        try (InputStream in = event.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            whole = copy(in, out);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        if (whole) {
            event.getUI().access(() -> received.accept(file, event.getFileName()));
        } else {
            event.reject(Texts.of("studio.upload.big"));
        }
    }

    private boolean copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[65_536];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > limit) {
                return false;
            }
            out.write(buffer, 0, read);
        }
        return true;
    }
}
