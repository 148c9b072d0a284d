package io.redress.configfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The JSON Schema (2020-12) of one kind of file in {@code config/}. The same schemas stand in {@code config/schema} for
 * editors. Keywords of ours say a mistake in words: {@code x-problem}, {@code x-unknown-key} for a key too many, {@code
 * x-missing} on one that is missing, in which {@code {key}} and {@code {value}} stand for what was written; and {@code
 * errorMessage}, the remedy, which editors show, too. Formats of ours are those of {@link JavaFormat}.
 */
final class ConfigSchema {

    static final String PROBLEM = "x-problem";
    static final String UNKNOWN_KEY = "x-unknown-key";
    static final String MISSING = "x-missing";
    static final String REMEDY = "errorMessage";

    /** On an object whose keys are a choice: one that is written needs a value. Elsewhere a key without one is left out. */
    private static final String CHOICE = "x-choice";

    private static final Map<String, ConfigSchema> LOADED = new ConcurrentHashMap<>();

    /** Built when first asked for: a hub reads its files by several threads, a command often none. */
    private static final class Dialect {
        static final SchemaValidatorsConfig FORMATS =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012))
                .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                        .keyword(new NonValidationKeyword(PROBLEM))
                        .keyword(new NonValidationKeyword(UNKNOWN_KEY))
                        .keyword(new NonValidationKeyword(MISSING))
                        .keyword(new NonValidationKeyword(CHOICE))
                        .keyword(new NonValidationKeyword(REMEDY))
                        .formats(JavaFormat.ALL)
                        .build())
                .build();
    }

    private final JsonNode source;
    private final JsonSchema schema;

    private ConfigSchema(String kind) {
        try (InputStream in = ConfigSchema.class.getResourceAsStream("schema/" + kind + ".schema.json")) {
            source = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = Dialect.FACTORY.getSchema(source, Dialect.FORMATS);
    }

    /** @param kind the schema's name, {@code surveys} for {@code surveys.schema.json} */
    static ConfigSchema of(String kind) {
        return LOADED.computeIfAbsent(kind, ConfigSchema::new);
    }

    Collection<ValidationMessage> validate(JsonNode tree) {
        return schema.validate(tree);
    }

    /** The schema that a message comes from, and the place that refers to it; the same where nothing does. */
    Rule rule(ValidationMessage message) {
        JsonNodePath path = message.getEvaluationPath();
        return rule(path, path.getNameCount() - 1);
    }

    /** True for a key that the schema declares, has no value, and may as well be absent. */
    boolean isLeftOut(ValidationMessage message) {
        JsonNodePath path = message.getEvaluationPath();
        int key = path.getNameCount() - 2;
        while (key > 0 && path.getElement(key).equals("$ref")) {
            key--;
        }
        return message.getInstanceNode() != null
                && message.getInstanceNode().isNull()
                && key > 0
                && path.getElement(key - 1).equals("properties")
                && !rule(path, key - 1).at().has(CHOICE);
    }

    private Rule rule(JsonNodePath path, int steps) {
        JsonNode at = source;
        JsonNode site = source;
        for (int i = 0; i < steps; i++) {
            Object step = path.getElement(i);
            if (step.equals("$ref")) {
                at = source.at(at.path("$ref").asText().substring(1));
            } else {
                at = step instanceof Integer index ? at.path(index) : at.path(String.valueOf(step));
                site = at;
            }
        }
        return new Rule(this, at, site);
    }

    /**
     * A {@code format} of our schemas: a text that the running Java must be able to read. Editors know none of them.
     *
     * @param getName as a schema names it
     * @param parse throws IllegalArgumentException or DateTimeException when it cannot read a text
     */
    record JavaFormat(String getName, Function<String, Object> parse) implements Format {

        /** Its values get remedies by {@link ZoneNames}. */
        static final String ZONE = "time-zone";

        private static final ZonedDateTime SAMPLE = ZonedDateTime.parse("2026-01-31T23:59:58+08:00[Asia/Shanghai]");

        static final List<Format> ALL = List.of(
                new JavaFormat(ZONE, ZoneId::of),
                new JavaFormat("charset", Charset::forName),
                new JavaFormat("time-pattern", pattern -> DateTimeFormatter.ofPattern(pattern)
                        .format(SAMPLE)));

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                return parse.apply(value) != null;
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
        }
    }

    /** @param at with the keyword that was not met */
    record Rule(ConfigSchema schema, JsonNode at, JsonNode site) {

        /** A text of ours; empty when there is none. */
        String text(String keyword) {
            return text(keyword, "");
        }

        String text(String keyword, String otherwise) {
            return site.path(keyword).asText(at.path(keyword).asText(otherwise));
        }

        /** The schema of one of its properties. */
        Rule property(String name) {
            JsonNode property = at.path("properties").path(name);
            JsonNode ref = property.path("$ref");
            return new Rule(
                    schema,
                    ref.isMissingNode()
                            ? property
                            : schema.source.at(ref.asText().substring(1)),
                    property);
        }

        /** The keys that it declares. */
        List<String> keys() {
            List<String> keys = new ArrayList<>();
            at.path("properties").fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }
}
