package io.redress.channel.webform;

import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The SHA-256 of what a form says. It is not that of the bytes: a browser makes up a new multipart boundary each time it
 * sends the same form, and the page a new stamp.
 */
final class FormDigest {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private FormDigest() {}

    static String of(Form form) {
        var content = new FormDigest();
        var said = new TreeMap<>(form.fields());
        said.keySet().removeAll(FormAttributes.OF_THE_POST);
        said.forEach((name, values) -> {
            content.add(name);
            content.add(String.valueOf(values.size()));
            values.forEach(content::add);
        });
        for (FormFile file : form.files()) {
            content.add(file.field());
            content.add(String.valueOf(file.name()));
            content.add(file.bytes());
        }
        return content.hex();
    }

    /** Of strings of which none can be mistaken for part of another. */
    static String of(String... parts) {
        var content = new FormDigest();
        for (String part : parts) {
            content.add(part);
        }
        return content.hex();
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String hex() {
        return Hex.encodeHexString(digest.digest());
    }
}
