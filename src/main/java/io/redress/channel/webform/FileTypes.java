package io.redress.channel.webform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its magic bytes; its name and declared type are the sender's word only. */
final class FileTypes {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    /** Such as {@code image/jpeg}; {@code application/octet-stream} when nothing is known of it. */
    static String of(byte[] bytes) {
        try {
            return TYPES.detect(new ByteArrayInputStream(bytes), new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }
}
