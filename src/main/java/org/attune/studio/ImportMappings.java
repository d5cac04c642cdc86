package org.attune.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The mappings that come with Attune, read from {@code db/seed/imports}. */
@Component
class ImportMappings {

    /**
     * One of them.
     *
     * @param name its file's name without ending, {@code bank-marketing-customers}
     * @param kind what it maps, from the last word of the name
     */
    record BuiltIn(String name, ImportKind kind, String json) {}

    private final Map<String, BuiltIn> all = new TreeMap<>();

    ImportMappings() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/seed/imports/*.json")) {
                String name = String.valueOf(file.getFilename()).replaceFirst("\\.json$", "");
                ImportKind kind = name.endsWith("-outcomes") ? ImportKind.OUTCOMES : ImportKind.CUSTOMERS;
                all.put(name, new BuiltIn(name, kind, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mappings that come with Attune cannot be read.", e);
        }
    }

    List<BuiltIn> of(ImportKind kind) {
        return all.values().stream().filter(each -> each.kind() == kind).toList();
    }
}
