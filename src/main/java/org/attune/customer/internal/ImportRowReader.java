package org.attune.customer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CsvFile;
import org.attune.customer.CustomerState;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a row into facts. */
final class ImportRowReader {
    private final ImportPlan plan;
    private final PhoneNumbers phoneNumbers;
    private final List<Target> targets = new ArrayList<>();

    /** A column with what a value of it needs. */
    private record Target(ImportColumn column, @Nullable AttributeDefinition definition, String jsonName) {}

    ImportRowReader(ImportPlan plan, AttributeDictionary dictionary, PhoneNumbers phoneNumbers) {
        this.plan = plan;
        this.phoneNumbers = phoneNumbers;
        for (ImportColumn each : plan.columns()) {
            targets.add(new Target(each, dictionary.find(each.key()), "\"" + each.key() + "\":"));
        }
    }

    /** What is wrong with a row, and where. */
    static final class Rejected extends Exception {
        final String column;
        final String reason;

        Rejected(String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
            this.reason = reason;
        }
    }

    ImportRow read(CsvFile.Row row) throws Rejected {
        String ref = plan.ref(row);
        if (ref.isEmpty()) {
            throw new Rejected(plan.refColumn(), "The reference is missing.");
        }
        if (ref.length() > DraftCheck.MAX_REF || !Values.legible(ref)) {
            throw new Rejected(plan.refColumn(), "The reference is too long or cannot be read.");
        }
        Facts facts = new Facts();
        for (Target target : targets) {
            String cell = row.cell(target.column().index());
            if (!target.column().missing(cell)) {
                facts.take(target, cell);
            } else if (target.column().kind() == ImportColumn.Kind.PHONE) {
                facts.phones();
            } else if (target.column().kind() == ImportColumn.Kind.STATE) {
                facts.states();
            }
        }
        return facts.row(ref);
    }

    private final class Facts {
        private final StringBuilder attributes = new StringBuilder(256).append('{');
        private final StringBuilder consents = new StringBuilder(2).append('{');
        private @Nullable String displayName;
        private @Nullable Language language;
        private @Nullable List<String> phones;
        private @Nullable List<String> states;

        void take(Target target, String cell) throws Rejected {
            ImportColumn column = target.column();
            switch (column.kind()) {
                case ATTRIBUTE -> json(attributes, target.jsonName(), value(target, cell));
                case CONSENT -> json(consents, target.jsonName(), consent(column, cell));
                case DISPLAY_NAME -> displayName = name(column, cell);
                case LANGUAGE -> language = language(column, cell);
                case PHONE -> phone(column, cell);
                case STATE -> state(column, cell);
            }
        }

        ImportRow row(String ref) {
            return new ImportRow(
                    ref,
                    displayName,
                    language,
                    phones,
                    attributes.append('}').toString(),
                    consents.append('}').toString(),
                    states);
        }

        List<String> phones() {
            List<String> list = phones == null ? new ArrayList<>() : phones;
            phones = list;
            return list;
        }

        List<String> states() {
            List<String> list = states == null ? new ArrayList<>() : states;
            states = list;
            return list;
        }

        private Object value(Target target, String cell) throws Rejected {
            AttributeDefinition definition = Objects.requireNonNull(target.definition());
            Object value = Values.read(definition.type(), cell);
            if (value == null) {
                throw new Rejected(target.column().name(), DraftCheck.doesNotFit(cell, definition));
            }
            return value;
        }

        private boolean consent(ImportColumn column, String cell) throws Rejected {
            Boolean given = cell.equals("1") ? Boolean.TRUE : cell.equals("0") ? Boolean.FALSE : Values.bool(cell);
            if (given == null) {
                throw new Rejected(column.name(), "'" + cell + "' is neither yes nor no.");
            }
            return given;
        }

        private String name(ImportColumn column, String cell) throws Rejected {
            if (cell.length() > Values.MAX_TEXT || !Values.legible(cell)) {
                throw new Rejected(column.name(), "The name is too long or is not UTF-8 text.");
            }
            return cell;
        }

        private Language language(ImportColumn column, String cell) throws Rejected {
            try {
                return Language.of(cell.toLowerCase(Locale.ROOT));
            } catch (InvalidException e) {
                throw new Rejected(column.name(), e.problems().getFirst().message());
            }
        }

        private void phone(ImportColumn column, String cell) throws Rejected {
            String phone = phoneNumbers.normalise(cell);
            if (phone == null) {
                throw new Rejected(column.name(), "'" + cell + "' is not a phone number.");
            }
            if (!phones().contains(phone)) {
                phones().add(phone);
            }
        }

        private void state(ImportColumn column, String cell) throws Rejected {
            for (String each : cell.split("[,;|\\s]+")) {
                try {
                    states().add(CustomerState.of(each.toLowerCase(Locale.ROOT)).key());
                } catch (InvalidException e) {
                    throw new Rejected(column.name(), e.problems().getFirst().message());
                }
            }
        }
    }

    private static void json(StringBuilder json, String name, Object value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append(name);
        switch (value) {
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> json.append(number.longValue());
            case String text -> quoted(json, text);
            default -> json.append(value);
        }
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
