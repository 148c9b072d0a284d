package io.redress.channel.webform.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form post says.
 *
 * @param fields values by field name, in the order of the post; members of a JSON object's objects as {@code a.b}
 */
public record Form(Map<String, List<String>> fields, List<FormFile> files) implements ParsedForm {

    public Form {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        files = List.copyOf(files);
    }

    /** The first value of a field, or null. */
    public @Nullable String first(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** A form being read, within limits that no form of ours or of anybody comes near. */
    static final class Builder {

        static final int MAX_FIELDS = 200;
        static final int MAX_NAME = 200;
        static final int MAX_VALUE = 100_000;

        private final Map<String, List<String>> fields = new LinkedHashMap<>();
        private final List<FormFile> files = new ArrayList<>();
        private int count;

        void field(String name, String value) throws MalformedForm {
            count(name);
            if (value.length() > MAX_VALUE) {
                throw new MalformedForm(FormProblem.of(
                        name, "too-long", "has more than " + MAX_VALUE + " characters", "shorten it or attach a file"));
            }
            if (value.indexOf('\0') >= 0) {
                throw new MalformedForm(
                        FormProblem.of(name, "not-text", "contains the character NUL", "send plain text"));
            }
            fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }

        void file(FormFile file) throws MalformedForm {
            count(file.field());
            files.add(file);
        }

        Form build() {
            return new Form(fields, files);
        }

        private void count(String name) throws MalformedForm {
            if (++count > MAX_FIELDS) {
                throw new MalformedForm("has more than " + MAX_FIELDS + " fields and files", "send fewer");
            }
            if (name.isEmpty() || name.length() > MAX_NAME || name.indexOf('\0') >= 0) {
                throw new MalformedForm(
                        "has a field whose name is empty, longer than " + MAX_NAME + " characters, or no text",
                        "name every field");
            }
        }
    }
}
