package io.redress.channel.email;

import io.redress.intake.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.Types;
import org.jspecify.annotations.Nullable;

/**
 * Opens Outlook's {@code winmail.dat} (Transport Neutral Encapsulation Format, [MS-OXTNEF]).
 *
 * @param text the mail's text where Outlook put it only here; else empty
 */
record Tnef(String text, List<Evidence> files) {

    /** Null when the bytes are none, are broken, or hold nothing: then the file is kept as it came. */
    static @Nullable Tnef open(byte[] bytes) {
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(bytes));
            var files = new ArrayList<Evidence>();
            for (Attachment file : message.getAttachments()) {
                if (file.getAttribute(TNEFProperty.ID_ATTACHDATA) != null) {
                    files.add(evidence(file));
                }
            }
            String html = string(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML));
            String plain = string(message.getMessageMAPIAttribute(MAPIProperty.BODY));
            String text = plain.isBlank() && !html.isBlank() ? HtmlText.of(html) : plain;
            return files.isEmpty() && text.isBlank() ? null : new Tnef(text, files);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Evidence evidence(Attachment file) {
        String longName = string(file.getMAPIAttribute(MAPIProperty.ATTACH_LONG_FILENAME));
        String name = FileNames.shown(longName.isBlank() ? file.getFilename() : longName);
        String type = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return new Evidence(name, type == null ? "application/octet-stream" : type, file.getContents());
    }

    private static String string(@Nullable MAPIAttribute attribute) {
        if (attribute == null) {
            return "";
        }
        boolean unicode = attribute.getType() == Types.UNICODE_STRING.getId();
        String text = unicode
                ? new String(attribute.getData(), StandardCharsets.UTF_16LE)
                : TextCharset.decode(attribute.getData(), null);
        return text.replace("\u0000", "");
    }
}
