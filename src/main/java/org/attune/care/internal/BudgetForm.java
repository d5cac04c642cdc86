package org.attune.care.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Budget.Guideline;
import org.attune.care.engine.Budget.Side;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The standard form, read once from {@code db/seed/care/budget.yaml}. */
@Component
public class BudgetForm {
    /** Where the bills of the company itself stand on the form. */
    public static final String OUR_BILLS = "our-bills";

    private final List<Category> categories = new ArrayList<>();
    private final String checkedOn;

    BudgetForm() {
        JsonNode form = read("db/seed/care/budget.yaml");
        checkedOn = form.path("checkedOn").asString("");
        for (JsonNode each : form.path("categories")) {
            categories.add(new Category(
                    each.path("key").asString(""),
                    Side.valueOf(each.path("side").asString("").toUpperCase(Locale.ROOT)),
                    text(each.path("label")),
                    guideline(each.path("guideline"))));
        }
    }

    /** The categories in the order of the form. */
    public List<Category> categories() {
        return List.copyOf(categories);
    }

    /** When the guidelines were last looked at, ISO. */
    public String checkedOn() {
        return checkedOn;
    }

    private static @Nullable Guideline guideline(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Guideline(
                        node.path("base").asLong(0) * 100,
                        node.path("adult").asLong(0) * 100,
                        node.path("child").asLong(0) * 100);
    }

    static LocalText text(JsonNode node) {
        return new LocalText(node.path("en").asString(""), node.path("fr").asString(""));
    }

    static JsonNode read(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return YAMLMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read.", e);
        }
    }
}
