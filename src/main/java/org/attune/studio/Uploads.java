package org.attune.studio;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Fields for one file, in the reader's language. */
final class Uploads {
    private Uploads() {}

    static Upload one(String button, String extension, UploadHandler handler, long limit) {
        return one(button, new String[] {extension}, handler, limit);
    }

    static Upload one(String button, String[] extensions, UploadHandler handler, long limit) {
        Upload upload = new Upload(handler);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) limit);
        upload.setAcceptedFileExtensions(extensions);
        upload.setI18n(words());
        upload.setUploadButton(new ActionButton(button, click -> {}).icon(Icons.IMPORT));
        upload.setDropLabel(new Span(Texts.of("studio.upload.drop")));
        upload.addFileRejectedListener(event -> Notify.error(event.getErrorMessage()));
        upload.addClassName("upload");
        return upload;
    }

    private static UploadI18N words() {
        String failed = Texts.of("studio.upload.failed");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(Texts.of("studio.upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(Texts.of("studio.upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Texts.of("studio.upload.many"))
                        .setFileIsTooBig(Texts.of("studio.upload.big"))
                        .setIncorrectFileType(Texts.of("studio.upload.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Texts.of("studio.upload.running"))
                                .setStalled(Texts.of("studio.upload.stalled"))
                                .setProcessing(Texts.of("studio.upload.processing"))
                                .setHeld(Texts.of("studio.upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(Texts.of("studio.upload.left"))
                                .setUnknown(Texts.of("studio.upload.running")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(Texts.of("studio.upload.retry"))
                        .setStart(Texts.of("studio.upload.start"))
                        .setRemove(Texts.of("studio.upload.remove")))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
    }
}
