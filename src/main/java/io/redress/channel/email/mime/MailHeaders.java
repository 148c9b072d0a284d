package io.redress.channel.email.mime;

import io.redress.charset.TextCharset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one of its parts, found by lower-case name. Where one comes twice, the first counts. */
public final class MailHeaders {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([a-z0-9_:-]{1,40})");

    /** Characters of a field that are looked at; nobody wrote longer ones by hand. */
    private static final int LONGEST = 16 * 1024;

    private final List<Field> fields;
    private final @Nullable String charset;

    public MailHeaders(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.charset = charset(fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public boolean has(String name) {
        return field(name) != null;
    }

    /** A field as it stands between others. */
    public record Line(String name, String value) {}

    /** The fields of these names in their order, the topmost first, names in lower case, values on one line. */
    public List<Line> inOrder(Set<String> names) {
        return fields.stream()
                .filter(field -> names.contains(field.getName().toLowerCase(Locale.ROOT)))
                .map(field -> new Line(field.getName().toLowerCase(Locale.ROOT), unfolded(field)))
                .toList();
    }

    /** The value on one line, encoded words as they came; empty when the field is missing. */
    public String raw(String name) {
        Field field = field(name);
        return field == null ? "" : unfolded(field);
    }

    /** The value on one line with encoded words decoded; empty when the field is missing. */
    public String text(String name) {
        return EncodedWords.decode(raw(name))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /** The value before any parameter or comment, in lower case: {@code auto-replied} of {@code Auto-Replied (rejected)}. */
    public String keyword(String name) {
        return raw(name).toLowerCase(Locale.ROOT).replaceFirst("[;(\\s].*", "");
    }

    /** The parameters of {@code MailContent-Type} or {@code MailContent-Disposition}, RFC 2231 decoded, by lower-case name. */
    public Map<String, String> parameters(String name) {
        Map<String, String> parameters = new TreeMap<>();
        RawBody body = body(name);
        if (body == null) {
            return parameters;
        }
        var mapping = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getName() != null && pair.getValue() != null) {
                mapping.addParameter(pair.getName(), pair.getValue());
            }
        }
        mapping.getParameters()
                .forEach((key, value) -> parameters.put(key.toLowerCase(Locale.ROOT), EncodedWords.decode(value)));
        return parameters;
    }

    /** The value of {@code MailContent-Type} or {@code MailContent-Disposition} without parameters, in lower case. */
    public String value(String name) {
        RawBody body = body(name);
        return body == null || body.getValue() == null
                ? ""
                : body.getValue().strip().toLowerCase(Locale.ROOT);
    }

    /** When the sender says that it was written (field {@code Date}); null when that is missing or no date. */
    public @Nullable Instant date() {
        Field field = field("date");
        Date date = field == null
                ? null
                : DateTimeFieldLenientImpl.PARSER
                        .parse(field, DecodeMonitor.SILENT)
                        .getDate();
        return date == null ? null : date.toInstant();
    }

    private @Nullable RawBody body(String name) {
        Field field = field(name);
        if (field == null) {
            return null;
        }
        try {
            // The parser takes bytes for UTF-8, while mailers also write file names in raw GBK.
            ByteSequence utf8 = ContentUtil.encode(StandardCharsets.UTF_8, decoded(field));
            return RawFieldParser.DEFAULT.parseRawBody(RawFieldParser.DEFAULT.parseField(utf8));
        } catch (MimeException e) {
            return null;
        }
    }

    private @Nullable Field field(String name) {
        for (Field field : fields) {
            if (field.getName().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }

    private String unfolded(Field field) {
        String line = StringUtils.truncate(decoded(field), LONGEST);
        int colon = line.indexOf(':');
        return line.substring(colon + 1).replaceAll("[\\r\\n]+[ \\t]?", " ").strip();
    }

    /** Raw 8-bit text in a header is mostly in the charset of the body. */
    private String decoded(Field field) {
        return TextCharset.decode(field.getRaw().toByteArray(), charset);
    }

    /** Read from the bytes as such: finding it must not need it. */
    private static @Nullable String charset(List<Field> fields) {
        for (Field field : fields) {
            if (field.getName().equalsIgnoreCase("content-type")) {
                var matcher = CHARSET.matcher(ContentUtil.decode(field.getRaw()));
                return matcher.find() ? matcher.group(1) : null;
            }
        }
        return null;
    }
}
