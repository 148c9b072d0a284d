package io.redress.channel.email;

import io.redress.channel.email.mime.Base64Text;
import io.redress.channel.email.mime.HeaderRepair;
import io.redress.channel.email.mime.LineFeeds;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.email.mime.MimePart;
import io.redress.channel.email.mime.MislabelledPlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a mail apart, forgivingly and with bounded work: multiparts nested deeper than {@value #DEEPEST} levels stay
 * one part, and after {@value #MOST_PARTS} parts the rest is left in the original. Mails within the mail
 * ({@code message/rfc822}) are not opened.
 */
final class MimeReader {

    static final int DEEPEST = 100;
    static final int MOST_PARTS = 1000;

    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setStrictParsing(false)
            .setMaxLineLen(-1)
            .setMaxHeaderLen(1 << 20)
            .setMaxHeaderCount(10_000)
            .setMaxContentLen(-1)
            .build();

    /** The first line that may be one (RFC 2046, 5.1.1). */
    private static final Pattern BOUNDARY =
            Pattern.compile("\\A\\s{0,20}--([0-9A-Za-z'()+_,./:=?-]{1,70})[ \\t]*\\r?\\n");

    private static final Pattern QUOTES = Pattern.compile("[\"';\\s]");

    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean whole = true;
    private int parts;

    /** An entity of which the end has not come yet. */
    private static final class Level {
        private final List<Field> fields = new ArrayList<>();
        private final List<MimePart> children = new ArrayList<>();
        private byte[] content = {};

        private MimePart part() {
            return new MimePart(new MailHeaders(fields), content, List.copyOf(children));
        }
    }

    /**
     * A mail in parts.
     *
     * @param whole false when a limit or broken bytes kept something out, which then is only in the original
     */
    record Mail(MimePart root, boolean whole) {}

    private MimeReader() {}

    static Mail read(byte[] bytes) {
        return new MimeReader().parse(HeaderRepair.marked(LineFeeds.of(bytes)));
    }

    private Mail parse(byte[] bytes) {
        levels.push(new Level());
        var stream = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(bytes));
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_OF_STREAM && parts < MOST_PARTS;
                    state = stream.next()) {
                take(state, stream);
            }
            whole &= parts < MOST_PARTS;
        } catch (IOException | MimeException | RuntimeException e) {
            whole = false;
        }
        while (levels.size() > 1) {
            close();
        }
        MimePart root = withLostBoundary(levels.pop().part());
        boolean headless = root.headers().isEmpty() && !root.isMultipart();
        return new Mail(headless ? new MimePart(root.headers(), bytes, List.of()) : root, whole);
    }

    /** A multipart whose boundary was lost on the way still shows it before each of its parts. */
    private static MimePart withLostBoundary(MimePart root) {
        if (root.isMultipart()
                || !isMultipart(root.headers())
                || root.headers().parameters("content-type").containsKey("boundary")) {
            return root;
        }
        String text = new String(root.content(), StandardCharsets.ISO_8859_1);
        var first = BOUNDARY.matcher(text);
        if (!first.find() || !text.contains("\n--" + first.group(1) + "--")) {
            return root;
        }
        String again = "Content-Type: multipart/mixed; boundary=\"" + first.group(1) + "\"\r\n\r\n" + text;
        List<MimePart> children =
                read(again.getBytes(StandardCharsets.ISO_8859_1)).root().children();
        return children.isEmpty() ? root : new MimePart(root.headers(), new byte[0], children);
    }

    private static boolean isMultipart(MailHeaders headers) {
        return headers.value("content-type").startsWith("multipart/");
    }

    private void take(EntityState state, MimeTokenStream stream) throws IOException {
        switch (state) {
            case T_START_BODYPART -> levels.push(new Level());
            case T_END_BODYPART -> close();
            case T_FIELD -> levels.element().fields.add(stream.getField());
            case T_END_HEADER ->
                // Beyond the limit a multipart is one body; its text and files stay in the original.
                stream.setRecursionMode(levels.size() < DEEPEST ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
            case T_BODY -> {
                parts++;
                levels.element().content = content(stream);
            }
            default -> {
                // preambles and epilogues are for mailers that know no MIME
            }
        }
    }

    /** What could be decoded: a broken end costs the end, not the part. */
    private byte[] content(MimeTokenStream stream) {
        var bytes = UnsynchronizedByteArrayOutputStream.builder().get(); // which copies nothing to grow
        try {
            open(stream).transferTo(bytes);
        } catch (IOException e) {
            whole = false;
        }
        return bytes.toByteArray();
    }

    /** Decoded; but for a container (RFC 2045, 6.4) and for text that is not what it says, where decoding makes rubbish. */
    private InputStream open(MimeTokenStream stream) throws IOException {
        BodyDescriptor about = stream.getBodyDescriptor();
        String type = about.getMimeType();
        if (type.startsWith("multipart/")) {
            return stream.getInputStream();
        }
        String encoding =
                QUOTES.matcher(String.valueOf(about.getTransferEncoding())).replaceAll("");
        if (encoding.equalsIgnoreCase("quoted-printable")) {
            return new QuotedPrintableInputStream(stream.getInputStream(), DecodeMonitor.SILENT);
        }
        if (!type.startsWith("text/") || !encoding.equalsIgnoreCase("base64")) {
            return stream.getDecodedInputStream();
        }
        byte[] raw = stream.getInputStream().readAllBytes();
        boolean multipart = isMultipart(
                new MailHeaders(levels.element().fields)); // without its boundary, so the parser calls it text
        byte[] mixed = multipart ? null : Base64Text.mixed(raw, about.getCharset());
        if (mixed != null) {
            return new ByteArrayInputStream(mixed);
        }
        var encoded = new ByteArrayInputStream(raw);
        if (MislabelledPlainText.are(raw)) {
            return encoded;
        }
        var padding = new ByteArrayInputStream(MislabelledPlainText.padding(raw).getBytes(StandardCharsets.US_ASCII));
        return new Base64InputStream(new SequenceInputStream(encoded, padding), DecodeMonitor.SILENT);
    }

    private void close() {
        MimePart part = levels.pop().part();
        levels.element().children.add(part);
    }
}
