package org.attune.channel.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what the records say in Java: what is not nullable is always there, what is strict takes no other
 * field.
 */
final class ApiSchemas {
    private static final List<Class<?>> RECORDS = List.of(
            CustomerBody.class,
            RevisionAnswer.class,
            RevisionBody.class,
            CustomerAnswer.class,
            AttributeBody.class,
            AttributeController.class,
            ImportController.class,
            ImportAnswer.class,
            SignalEvent.class,
            TelephonyController.class,
            DecisionBody.class,
            DecisionAnswer.class,
            TraceAnswer.class,
            ReplayAnswer.class,
            OutcomeBody.class,
            DecisionController.class,
            ModelController.class,
            ActionTable.class,
            WebhookBody.class,
            WebhookAnswer.class);

    /** Lists that are left out when there is nothing in them. */
    private static final Set<String> LEFT_OUT = Set.of("against", "legal", "readOut");

    private ApiSchemas() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        RECORDS.forEach(each -> complete(each, schemas));
        allowNulls(StrategyDocument.class, schemas, new HashSet<>());
        schema(schemas, "StrategyDocument")
                .addProperty(
                        "revision",
                        new Schema<>()
                                .types(Set.of("integer"))
                                .format("int64")
                                .description(
                                        "May be sent: from which revision it was made, where If-Match does not say it"));
        orAlone(schemas, "Customer", "holdings");
        orAlone(schemas, "Customer", "states");
        Schema<?> none = new Schema<>().description("Why nothing is proposed; null when something is");
        none.addAnyOfItem(new Schema<>().$ref("#/components/schemas/None"));
        none.addAnyOfItem(new Schema<>().types(Set.of("null")));
        Schema<?> decision = schema(schemas, "Decision");
        decision.addProperty("none", none);
        decision.addRequiredItem("none");
    }

    private static void complete(Class<?> type, Map<String, Schema> schemas) {
        Arrays.stream(type.getDeclaredClasses()).forEach(inner -> complete(inner, schemas));
        var annotation = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        Schema<?> schema = annotation == null ? null : schemas.get(annotation.name());
        RecordComponent @Nullable [] components = type.getRecordComponents();
        if (schema == null || schema.getProperties() == null || components == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        for (RecordComponent each : components) {
            if (schema.getProperties().get(each.getName()) instanceof Schema<?> property
                    && (!each.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            || (property.getTypes() != null
                                    && property.getTypes().contains("null")))
                    && !LEFT_OUT.contains(each.getName())) {
                required.add(each.getName());
            }
        }
        schema.setRequired(required.stream().sorted().toList());
        if (Strict.class.isAssignableFrom(type)) {
            schema.setAdditionalProperties(false);
        }
    }

    /** The strategy document is written with its nulls; its records have no annotations for the API, so Java is asked. */
    private static void allowNulls(Class<?> type, Map<String, Schema> schemas, Set<Class<?>> seen) {
        RecordComponent @Nullable [] components = type.getRecordComponents();
        if (components == null || !seen.add(type)) {
            return;
        }
        Schema<?> schema = schemas.get(type.getSimpleName());
        for (RecordComponent each : components) {
            if (schema != null
                    && each.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && schema.getProperties().get(each.getName()) instanceof Schema<?> property) {
                schema.addProperty(each.getName(), orNull(property));
            }
            allowNulls(each.getType(), schemas, seen);
            if (each.getGenericType() instanceof ParameterizedType generic) {
                for (Type argument : generic.getActualTypeArguments()) {
                    if (argument instanceof Class<?> part) {
                        allowNulls(part, schemas, seen);
                    }
                }
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null && property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            return property;
        }
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(property);
        either.addAnyOfItem(new Schema<>().types(Set.of("null")));
        return either;
    }

    private static Schema<?> schema(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    /** An item of this list may also be given by its key alone. */
    private static void orAlone(Map<String, Schema> schemas, String name, String property) {
        Schema<?> list = schema(schema(schemas, name).getProperties(), property);
        Schema<?> item = list.getItems();
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(item);
        either.addAnyOfItem(new Schema<>().types(Set.of("string")).description("Just the key"));
        list.setItems(either);
    }
}
