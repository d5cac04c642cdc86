package org.attune.studio;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.attune.kernel.InvalidException;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A file, what it brings, and how its columns are to be read. */
class ImportForm extends Card {
    private static final long serialVersionUID = 1L;

    private static final int MEGABYTE = 1024 * 1024;
    static final int LARGEST = 200 * MEGABYTE;

    /** Starts an import; the file is the starter's from then on. */
    interface Starter {
        void start(ImportKind kind, Path file, String name, String mapping);
    }

    private final transient ImportMappings mappings;
    private final transient Starter starter;
    private final Segmented<ImportKind> kind;
    private final Select<ImportMappings.BuiltIn> builtIn = new Select<>();
    private final TextArea mapping = Fields.area(Texts.of("studio.import.mapping.json"), 6);
    private final Paragraph hint = new Paragraph();
    private final Upload upload;
    private final ActionButton start;
    private transient @Nullable Path file;
    private String fileName = "";

    ImportForm(ImportMappings mappings, Starter starter) {
        this.mappings = mappings;
        this.starter = starter;
        addClassNames("stack", "fill");
        named(Texts.of("studio.import.new"));
        kind = new Segmented<ImportKind>(Texts.of("studio.import.kind"), this::choose)
                .option(ImportKind.CUSTOMERS, ImportKind.CUSTOMERS.label())
                .option(ImportKind.OUTCOMES, ImportKind.OUTCOMES.label());
        upload =
                Uploads.one(Texts.of("studio.import.file"), ".csv", new UploadedFile(LARGEST, this::received), LARGEST);
        upload.addFileRemovedListener(event -> forget());
        builtIn.setLabel(Texts.of("studio.import.mapping"));
        builtIn.setEmptySelectionAllowed(true);
        builtIn.setEmptySelectionCaption(Texts.of("studio.import.mapping.none"));
        builtIn.setItemLabelGenerator(each -> each == null ? Texts.of("studio.import.mapping.none") : each.name());
        builtIn.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                mapping.setValue(
                        change.getValue() == null ? "" : change.getValue().json());
            }
        });
        builtIn.setWidthFull();
        mapping.addClassNames("mono", "grow", "mapping");
        mapping.addValueChangeListener(change -> mapping.setInvalid(false));
        hint.addClassNames("muted", "small");
        Upload own = Uploads.one(
                Texts.of("studio.import.mapping.file"),
                ".json",
                new UploadedFile(MEGABYTE, this::mappingReceived),
                MEGABYTE);
        start = new ActionButton(Texts.of("studio.import.start"), click -> start()).primary();
        start.setEnabled(false);
        add(new SectionTitle(Texts.of("studio.import.new")), kind, upload, builtIn, mapping, own, hint, start);
        choose(ImportKind.CUSTOMERS);
        kind.setValue(ImportKind.CUSTOMERS);
    }

    private void choose(ImportKind chosen) {
        builtIn.setItems(mappings.of(chosen));
        mapping.setValue("");
        hint.setText(Texts.of(
                chosen == ImportKind.CUSTOMERS ? "studio.import.hint.customers" : "studio.import.hint.outcomes"));
    }

    private void received(Path uploaded, String name) {
        forget();
        file = uploaded;
        fileName = name;
        start.setEnabled(true);
    }

    private void mappingReceived(Path uploaded, String name) {
        try {
            mapping.setValue(Files.readString(uploaded));
            builtIn.clear();
        } catch (IOException e) {
            Notify.error(Texts.of("studio.import.mapping.unreadable", name));
        } finally {
            delete(uploaded);
        }
    }

    private void start() {
        Path uploaded = file;
        ImportKind chosen = kind.value();
        if (uploaded == null || chosen == null) {
            return;
        }
        // A mapping that cannot be read costs the starter's copy only; the file can be tried again.
        try {
            Path copy = Files.createTempFile("attune-import", ".csv");
            Files.copy(uploaded, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            starter.start(chosen, copy, fileName, mapping.getValue());
        } catch (InvalidException e) {
            mapping.setErrorMessage(e.problems().stream()
                    .map(each -> each.place() + ": " + each.message())
                    .collect(Collectors.joining(" ")));
            mapping.setInvalid(true);
            mapping.focus();
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
        upload.clearFileList();
    }

    private void forget() {
        Path old = file;
        file = null;
        start.setEnabled(false);
        if (old != null) {
            delete(old);
        }
    }

    private static void delete(Path old) {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            old.toFile().deleteOnExit();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget();
    }
}
