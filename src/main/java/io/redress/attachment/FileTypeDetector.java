package io.redress.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What a file is, by its magic bytes; its name and declared type are the sender's word only. */
public final class FileTypeDetector {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry KINDS = TYPES.getMediaTypeRegistry();

    /** What mail programs write, and no registry has. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("image/jpg", "image/jpeg", "image/pjpeg", "image/jpeg", "image/x-png", "image/png");

    private FileTypeDetector() {}

    /** Such as {@code image/jpeg}; {@code application/octet-stream} when nothing is known of it. */
    public static String of(byte[] bytes) {
        return detect(bytes, new Metadata());
    }

    /**
     * As {@link #of(byte[])}, but told more exactly by name and claim where they agree with the content: a ZIP that is said
     * to be a document of an office is one.
     */
    static String of(byte[] bytes, @Nullable String name, String claim) {
        var said = new Metadata();
        if (name != null) {
            said.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        said.set(Metadata.CONTENT_TYPE, claim);
        return detect(bytes, said);
    }

    /** What a name says; {@code application/octet-stream} when it says nothing. */
    static String ofName(String name) {
        var said = new Metadata();
        said.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return detect(new byte[0], said);
    }

    /** Whether something of one type may be called another: it is the same, a special or a more general form of it. */
    static boolean agree(String type, String claim) {
        MediaType is = normal(type);
        MediaType said = normal(claim);
        return said.equals(MediaType.OCTET_STREAM)
                || is.equals(said)
                || KINDS.isSpecializationOf(is, said)
                || KINDS.isSpecializationOf(said, is) && !is.equals(MediaType.OCTET_STREAM);
    }

    private static MediaType normal(String type) {
        MediaType parsed = MediaType.parse(OTHER_NAMES.getOrDefault(type, type));
        return parsed == null ? MediaType.OCTET_STREAM : KINDS.normalize(parsed.getBaseType());
    }

    private static String detect(byte[] bytes, Metadata said) {
        try {
            return TYPES.detect(bytes.length == 0 ? null : new ByteArrayInputStream(bytes), said)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }
}
