package org.attune.studio;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.attune.strategy.DocumentText;
import org.attune.strategy.DocumentText.Format;
import org.attune.strategy.RevisionInfo;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** A catalog from a file becomes a draft; what is wrong with it is listed by place. */
class ImportDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    private final transient RevisionDesk desk;
    private final transient LongConsumer drafted;
    private final Div errors = new Div();

    ImportDialog(RevisionDesk desk, LongConsumer drafted) {
        this.desk = desk;
        this.drafted = drafted;
        setHeaderTitle(Texts.of("revisions.import"));
        setWidth("min(760px, 94vw)");
        errors.addClassNames("scroll", "import-errors");
        errors.getElement().setAttribute("role", "status");
        add(
                new Paragraph(Texts.of("revisions.import.words")),
                Uploads.one(
                        Texts.of("revisions.import.file"),
                        new String[] {".yaml", ".yml", ".json"},
                        new UploadedFile(DocumentText.LARGEST, this::received),
                        DocumentText.LARGEST),
                errors);
        getFooter().add(new ActionButton(Texts.of("ui.cancel"), click -> close()));
    }

    private void received(Path file, String name) {
        try {
            draft(Files.readString(file), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file.toFile().delete();
        }
    }

    /** Makes a draft of a text. */
    void draft(String text, String name) {
        errors.removeAll();
        try {
            DocumentText.Read read = desk.texts().read(text, Format.of(text));
            Long written = read.revision();
            long base = written != null ? written : desk.strategies().revision();
            RevisionInfo info =
                    desk.requests().draft(read.document(), base, Texts.of("revisions.import.note", name), desk.who());
            close();
            Notify.success(Texts.of("revisions.import.done", info.number()));
            drafted.accept(info.number());
        } catch (InvalidException e) {
            show(e.problems());
        }
    }

    private void show(List<Problem> problems) {
        Paragraph sum = new Paragraph(Texts.of("revisions.import.errors", problems.size()));
        sum.addClassName("strong");
        NativeTable table = new NativeTable();
        table.addClassName("table");
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(Texts.of("revisions.import.place")),
                        new NativeTableHeaderCell(Texts.of("revisions.import.message"))));
        for (Problem each : problems.subList(0, Math.min(SHOWN, problems.size()))) {
            NativeTableCell place = new NativeTableCell(each.place());
            place.addClassName("code");
            table.getBody()
                    .add(new NativeTableRow(place, new NativeTableCell(each.message(Language.of(Texts.locale())))));
        }
        errors.add(sum, table);
    }
}
