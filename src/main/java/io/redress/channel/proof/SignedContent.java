package io.redress.channel.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * What a sender signs, as a description writes it: text in which {@code {body}} stands for the bytes as they came, {@code
 * {form}} for the fields of a form, sorted by name, each followed by its values, {@code {encrypted}} for the encrypted part of
 * them, the name of a secret for that secret, and {@code {header.…}} and {@code {query.…}} for a {@link RequestField}.
 */
final class SignedContent {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");
    private static final String BODY = "body";
    private static final String ENCRYPTED = "encrypted";
    private static final String FORM = "form";
    private static final Set<String> OF_BODY = Set.of(BODY, ENCRYPTED, FORM);

    private final List<Part> parts;

    private interface Part {
        void write(WebhookRequest call, Map<String, byte[]> secrets, ByteArrayOutputStream out) throws MissingField;
    }

    private record Literal(byte[] bytes) implements Part {
        @Override
        public void write(WebhookRequest call, Map<String, byte[]> secrets, ByteArrayOutputStream out) {
            out.writeBytes(bytes);
        }
    }

    private record Value(String name) implements Part {
        @Override
        public void write(WebhookRequest call, Map<String, byte[]> secrets, ByteArrayOutputStream out)
                throws MissingField {
            byte[] secret = secrets.get(name);
            if (secret != null) {
                out.writeBytes(secret);
            } else if (name.equals(BODY)) {
                out.writeBytes(call.body());
            } else if (name.equals(FORM)) {
                out.writeBytes(sortedForm(call.body()).getBytes(StandardCharsets.UTF_8));
            } else if (name.equals(ENCRYPTED)) {
                String encrypted = call.encrypted();
                if (encrypted == null) {
                    throw new MissingField(name);
                }
                out.writeBytes(encrypted.getBytes(StandardCharsets.UTF_8));
            } else if (!RequestField.isOne(name)) {
                throw new MissingField(name);
            } else {
                List<String> values = RequestField.of(name).in(call);
                if (values.size() != 1) {
                    throw new MissingField(name);
                }
                out.writeBytes(values.get(0).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A call lacks a field that is signed. */
    static final class MissingField extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param field as the description writes it */
        MissingField(String field) {
            super(field, null, false, false);
        }
    }

    private SignedContent(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads what a description writes.
     *
     * @param secrets the names of the secrets that a channel has
     * @throws IllegalArgumentException naming the part that stands for nothing
     */
    static SignedContent of(String written, Set<String> secrets) {
        var parts = new ArrayList<Part>();
        Matcher values = VALUE.matcher(written);
        int from = 0;
        while (values.find()) {
            String name = values.group(1);
            if (!OF_BODY.contains(name) && !secrets.contains(name) && !RequestField.isOne(name)) {
                throw new IllegalArgumentException("{" + name + "} is unknown");
            }
            parts.add(new Literal(written.substring(from, values.start()).getBytes(StandardCharsets.UTF_8)));
            parts.add(new Value(name));
            from = values.end();
        }
        parts.add(new Literal(written.substring(from).getBytes(StandardCharsets.UTF_8)));
        return new SignedContent(List.copyOf(parts));
    }

    /** As Twilio has it (https://www.twilio.com/docs/usage/security): a value that came twice counts once. */
    private static String sortedForm(byte[] body) {
        var fields = new TreeMap<String, TreeSet<String>>();
        for (NameValuePair pair :
                WWWFormCodec.parse(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
            fields.computeIfAbsent(pair.getName(), name -> new TreeSet<>())
                    .add(Objects.requireNonNullElse(pair.getValue(), ""));
        }
        var text = new StringBuilder();
        fields.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    boolean hasBody() {
        return OF_BODY.stream().anyMatch(name -> parts.contains(new Value(name)));
    }

    /** The fields beside the body that stand in it. */
    Set<RequestField> fields() {
        return parts.stream()
                .filter(part -> part instanceof Value value && RequestField.isOne(value.name()))
                .map(part -> RequestField.of(((Value) part).name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean has(RequestField field) {
        return parts.contains(new Value(field.toString()));
    }

    boolean hasSecret(Set<String> secrets) {
        return secrets.stream().anyMatch(secret -> parts.contains(new Value(secret)));
    }

    byte[] of(WebhookRequest call, Map<String, byte[]> secrets) throws MissingField {
        var message = new ByteArrayOutputStream(call.body().length + 200);
        for (Part part : parts) {
            part.write(call, secrets, message);
        }
        return message.toByteArray();
    }
}
