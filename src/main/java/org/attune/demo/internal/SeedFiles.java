package org.attune.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files below {@code db/seed}. */
final class SeedFiles {
    private static final String ROOT = "classpath:db/seed/";

    private SeedFiles() {}

    /** One file. */
    static JsonNode read(String name) {
        return all(name).getFirst();
    }

    /** Every file that fits a pattern such as {@code catalog/*.yaml}, in the order of the names. */
    static List<JsonNode> all(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(ROOT + pattern);
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(each -> String.valueOf(each.getFilename())))
                    .map(SeedFiles::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo content " + pattern + " cannot be found.", e);
        }
    }

    private static JsonNode parse(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return YAMLMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo content " + resource.getFilename() + " cannot be read.", e);
        }
    }
}
