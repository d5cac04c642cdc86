package org.attune.channel.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes the action figures as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet. */
@Component
class ActionCsv extends AbstractHttpMessageConverter<ActionTable> {
    static final String TYPE = "text/csv";

    ActionCsv() {
        super(StandardCharsets.UTF_8, MediaType.parseMediaType(TYPE));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == ActionTable.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected ActionTable readInternal(Class<? extends ActionTable> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("only written", input);
    }

    @Override
    protected void writeInternal(ActionTable table, HttpOutputMessage output) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "action",
                    "issue",
                    "shown",
                    "presented",
                    "accepted",
                    "declined",
                    "notNow",
                    "notOffered",
                    "fulfilled",
                    "acceptanceRate",
                    "intervalLow",
                    "intervalHigh",
                    "lift",
                    "liftIntervalLow",
                    "liftIntervalHigh");
            table.rows().forEach(row -> csv.writeRecord(cells(row)));
        }
        output.getBody().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(ActionTable.Row r) {
        return List.of(
                safe(r.action()),
                safe(r.issue()),
                Long.toString(r.shown()),
                Long.toString(r.presented()),
                Long.toString(r.accepted()),
                Long.toString(r.declined()),
                Long.toString(r.notNow()),
                Long.toString(r.notOffered()),
                Long.toString(r.fulfilled()),
                number(r.acceptanceRate()),
                at(r.interval(), 0),
                at(r.interval(), 1),
                number(r.lift()),
                at(r.liftInterval(), 0),
                at(r.liftInterval(), 1));
    }

    private static String at(List<Double> interval, int index) {
        return interval.isEmpty() ? "" : number(interval.get(index));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    /** A text that a spreadsheet would run as a formula is written behind an apostrophe. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
