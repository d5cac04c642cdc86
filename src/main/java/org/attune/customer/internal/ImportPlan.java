package org.attune.customer.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CsvFile;
import org.attune.customer.internal.ImportColumn.Kind;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with each column of one file.
 *
 * @param refIndex the column of the reference, -1 when a template makes it
 * @param refColumn its name, empty when a template makes it
 * @param unknown columns whose attributes the dictionary does not know
 */
record ImportPlan(
        int refIndex, String refColumn, String refTemplate, List<ImportColumn> columns, List<ImportColumn> unknown) {
    private static final List<String> USUAL_REFS =
            List.of("ref", "customer", "customer_ref", "customerRef", "customerID");
    private static final String ATTRIBUTE_NAME = "[a-z][a-z0-9_]{0,62}";

    /** The reference of a row. */
    String ref(CsvFile.Row row) {
        return refIndex >= 0 ? row.cell(refIndex) : refTemplate.replace(ImportMapping.ROW, Long.toString(row.number()));
    }

    /** Fits mapping, header and dictionary together; everything that does not fit is named in an InvalidException. */
    static ImportPlan of(ImportMapping mapping, CsvFile file, AttributeDictionary dictionary) {
        return new Making(mapping, file, dictionary).plan();
    }

    /** {@code MonthlyCharges} and {@code emp.var.rate} become {@code monthly_charges} and {@code emp_var_rate}. */
    static String snakeCase(String column) {
        String words = Normalizer.normalize(column, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String key = words.matches("[a-z].*") ? words : "column_" + words;
        return key.length() > 63 ? key.substring(0, 63) : key;
    }

    private static final class Making {
        private final ImportMapping mapping;
        private final CsvFile file;
        private final AttributeDictionary dictionary;
        private final List<Problem> problems = new ArrayList<>();

        Making(ImportMapping mapping, CsvFile file, AttributeDictionary dictionary) {
            this.mapping = mapping;
            this.file = file;
            this.dictionary = dictionary;
        }

        ImportPlan plan() {
            String ref = refColumn();
            Map<String, String> targets = mapping.columns() == null ? everyColumnBut(ref) : mapping.columns();
            mapping.missingNumbers().keySet().forEach(each -> known("missingNumbers", each));
            List<ImportColumn> columns = new ArrayList<>();
            targets.forEach((column, target) -> {
                if (known("columns", column) && !target.isEmpty()) {
                    columns.add(ImportColumn.of(
                            file.index(column),
                            column,
                            target,
                            mapping.missingNumbers().get(column)));
                }
            });
            List<ImportColumn> unknown = check(columns);
            if (!problems.isEmpty()) {
                throw new InvalidException(problems);
            }
            return new ImportPlan(
                    ref == null ? -1 : file.index(ref),
                    ref == null ? "" : ref,
                    mapping.refTemplate() == null ? "" : mapping.refTemplate(),
                    List.copyOf(columns),
                    unknown);
        }

        private @Nullable String refColumn() {
            if (mapping.refTemplate() != null) {
                return null;
            }
            String ref = mapping.refColumn();
            if (ref != null) {
                known("refColumn", ref);
                return ref;
            }
            for (String usual : USUAL_REFS) {
                if (file.index(usual) >= 0) {
                    return usual;
                }
            }
            problem(
                    "refColumn",
                    "Which column holds the customer's reference? Give refColumn, or refTemplate such as row-{row}."
                            + " The columns are " + String.join(", ", file.columns()) + ".");
            return null;
        }

        private Map<String, String> everyColumnBut(@Nullable String ref) {
            Map<String, String> targets = new LinkedHashMap<>();
            for (String column : file.columns()) {
                if (!column.equals(ref)) {
                    boolean special =
                            List.of("displayName", "language", "phone").contains(column);
                    targets.put(column, special ? column : snakeCase(column));
                }
            }
            return targets;
        }

        private List<ImportColumn> check(List<ImportColumn> columns) {
            List<ImportColumn> unknown = new ArrayList<>();
            Map<String, String> taken = new HashMap<>();
            for (ImportColumn each : columns) {
                String place = "columns." + each.name();
                String before = taken.put(each.kind() + each.key(), each.name());
                if (before != null && each.kind() != Kind.PHONE && each.kind() != Kind.STATE) {
                    problem(place, "'" + before + "' already goes to the same place.");
                }
                if (each.kind() == Kind.ATTRIBUTE && !each.key().matches(ATTRIBUTE_NAME)) {
                    problem(place, "'" + each.key() + "' is not the name of an attribute: use a-z, 0-9 and _.");
                } else if (each.kind() == Kind.ATTRIBUTE && dictionary.find(each.key()) == null) {
                    unknown.add(each);
                    if (!mapping.createAttributes()) {
                        problem(
                                place,
                                DraftCheck.unknownAttribute(each.key(), dictionary)
                                        + " Define it, or set createAttributes to true.");
                    }
                } else if (each.kind() == Kind.CONSENT && each.key().isEmpty()) {
                    problem(place, "A consent needs its purpose, such as consent:sales_calls.");
                }
            }
            return List.copyOf(unknown);
        }

        private boolean known(String field, String column) {
            if (file.index(column) < 0) {
                problem(
                        field + "." + column,
                        "The file has no column '" + column + "'." + Similar.hint(column, file.columns()));
            }
            return file.index(column) >= 0;
        }

        private void problem(String place, String message) {
            problems.add(new Problem("mapping." + place, message));
        }
    }
}
