package io.redress.channel.webform.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * A form in JSON: an object whose members are the fields. Lists give a field several values; a string that is a data URL
 * ({@code data:image/jpeg;base64,…}, RFC 2397) is a file.
 */
final class JsonForm {

    private static final int MAX_DEPTH = 8;
    private static final String BASE64 = ";base64,";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(Form.Builder.MAX_NAME)
                    .maxNumberLength(100)
                    .maxStringLength(Integer.MAX_VALUE) // data URLs; the post as a whole is limited before it gets here
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Form.Builder form = new Form.Builder();
    private final JsonParser json;

    private JsonForm(JsonParser json) {
        this.json = json;
    }

    static Form read(String text) throws MalformedForm {
        try (JsonParser json = JSON.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedForm("is not a JSON object", "send {\"text\": \"…\", …}");
            }
            var reading = new JsonForm(json);
            reading.members("");
            if (json.nextToken() != null) {
                throw new MalformedForm("has something after the JSON object", "send one object");
            }
            return reading.form.build();
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new MalformedForm(
                    "is not valid JSON" + where,
                    "fix the JSON there; no member twice, no more than " + MAX_DEPTH + " levels");
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private void members(String path) throws IOException, MalformedForm {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
            json.nextToken();
            value(name);
        }
    }

    private void value(String name) throws IOException, MalformedForm {
        switch (json.currentToken()) {
            case START_OBJECT -> members(name);
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(name);
                }
            }
            case VALUE_NULL -> {}
            default -> scalar(name, json.getText());
        }
    }

    private void scalar(String name, String text) throws MalformedForm {
        int data = text.startsWith("data:") ? text.indexOf(BASE64) : -1;
        if (data < 0) {
            form.field(name, text);
            return;
        }
        try {
            form.file(new FormFile(name, null, Base64.getDecoder().decode(text.substring(data + BASE64.length()))));
        } catch (IllegalArgumentException e) {
            throw new MalformedForm(FormProblem.of(
                    name, "malformed", "is a data URL with broken Base64", "encode the file as RFC 4648 says"));
        }
    }
}
