package io.redress.channel.sender;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormFile;
import io.redress.channel.webform.body.FormReader;
import io.redress.mapping.json.UntrustedJson;
import io.redress.mapping.json.UntrustedXml;
import io.redress.ticket.KeyedEnum;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a sender writes the body of its calls; whatever it is, it is read as one JSON object. */
public enum BodyFormat implements KeyedEnum {
    /** A JSON object. */
    JSON(
            "application/([\\w.-]{1,80}\\+)?json",
            "application/json",
            "a JSON object",
            "one JSON object in UTF-8, each member once") {
        @Override
        public Optional<ObjectNode> read(byte[] body, @Nullable String contentType) {
            return UntrustedJson.read(body);
        }
    },
    /** A JSON list, whose entries become those of {@code items}. */
    LIST(
            "application/([\\w.-]{1,80}\\+)?json",
            "application/json",
            "a JSON list",
            "one JSON list in UTF-8, each member once") {
        @Override
        public Optional<ObjectNode> read(byte[] body, @Nullable String contentType) {
            return UntrustedJson.list(body);
        }
    },
    /** The fields of a form, URL-encoded or as multipart; its files become {@code data.attachments}. */
    FORM(
            "application/x-www-form-urlencoded|multipart/form-data",
            "application/x-www-form-urlencoded or multipart/form-data",
            "a form",
            "a form in UTF-8") {
        @Override
        public Optional<ObjectNode> read(byte[] body, @Nullable String contentType) {
            return FormReader.read(contentType, "UTF-8", body) instanceof Form form
                    ? Optional.of(object(form))
                    : Optional.empty();
        }
    },
    /** XML such as SOAP: the elements below the root by their names. */
    XML(
            "(text|application)/([\\w.-]{1,80}\\+)?xml",
            "text/xml",
            "an XML document",
            "one XML document without a document type") {
        @Override
        public Optional<ObjectNode> read(byte[] body, @Nullable String contentType) {
            return UntrustedXml.read(body);
        }
    };

    /** Attribute of an arrival: the format of its original, where it is not {@link #JSON}. */
    public static final String ATTRIBUTE = "body";

    private final Pattern contentTypes;
    private final String expectedType;
    private final String noun;
    private final String expected;

    BodyFormat(String contentTypes, String expectedType, String noun, String expected) {
        this.contentTypes = Pattern.compile("(" + contentTypes + ")\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
        this.expectedType = expectedType;
        this.noun = noun;
        this.expected = expected;
    }

    /** By the value of {@link #ATTRIBUTE}: JSON without one. */
    public static BodyFormat of(@Nullable String attribute) {
        return Objects.requireNonNullElse(KeyedEnum.of(BodyFormat.class, attribute), JSON);
    }

    /** The body as a JSON object; empty when it is not written as this format asks, or within {@link UntrustedJson}'s limits. */
    public abstract Optional<ObjectNode> read(byte[] body, @Nullable String contentType);

    /** Whether a body of this content type can be read; false for null. */
    public boolean takes(@Nullable String contentType) {
        return contentType != null && contentTypes.matcher(contentType).matches();
    }

    /** The content types that it takes, for a sender whose call had another. */
    public String expectedType() {
        return expectedType;
    }

    /** What it is called, such as {@code a JSON object}. */
    public String noun() {
        return noun;
    }

    /** What a body must be, for a sender whose call had none of it. */
    public String expected() {
        return expected;
    }

    private static ObjectNode object(Form form) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        form.fields().forEach((name, values) -> {
            if (values.size() == 1) {
                object.put(name, values.get(0));
            } else {
                ArrayNode list = object.putArray(name);
                values.forEach(list::add);
            }
        });
        List<FormFile> files = form.files();
        if (!files.isEmpty()) {
            ArrayNode attachments = object.putObject("data").putArray("attachments");
            files.forEach(
                    file -> attachments.addObject().put("name", file.name()).put("base64", file.bytes()));
        }
        return object;
    }
}
