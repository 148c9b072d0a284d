package io.redress.channel.email.text;

import io.redress.channel.email.mime.AttachmentFileNames;
import io.redress.channel.email.mime.MimePart;
import io.redress.charset.TextCharset;
import io.redress.intake.ArrivalFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.Types;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/**
 * Opens Outlook's {@code winmail.dat} (Transport Neutral Encapsulation Format, [MS-OXTNEF]).
 *
 * @param text the mail's text where Outlook put it only here; else empty
 */
public record Tnef(String text, List<ArrivalFile> files) {

    /** Null when the part is none, is broken, or holds nothing: then the file is kept as it came. */
    public static @Nullable Tnef in(MimePart part) {
        if (!part.is("application/ms-tnef") && !"winmail.dat".equalsIgnoreCase(part.fileName())) {
            return null;
        }
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(part.content()));
            var files = new ArrayList<ArrivalFile>();
            for (Attachment file : message.getAttachments()) {
                if (file.getAttribute(TNEFProperty.ID_ATTACHDATA) != null) {
                    files.add(file(file));
                }
            }
            String text = text(message);
            return files.isEmpty() && text.isBlank() ? null : new Tnef(text, files);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Outlook writes it plain, as HTML or as RTF; older programs beside the properties. */
    private static String text(HMEFMessage message) {
        String codePage = codePage(message);
        String plain = string(message.getMessageMAPIAttribute(MAPIProperty.BODY), codePage);
        if (plain.isBlank()) {
            plain = MailHtml.of(string(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML), codePage));
        }
        if (plain.isBlank()
                && message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rtf) {
            plain = RtfText.of(rtf.getData());
        }
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        return plain.isBlank() && old != null
                ? TextCharset.decode(old.getData(), codePage).strip()
                : plain;
    }

    /** Of texts that are not Unicode; null when it is not told. */
    private static @Nullable String codePage(HMEFMessage message) {
        TNEFAttribute told = message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE);
        return told == null || told.getData().length < 4 ? null : "cp" + LittleEndian.getInt(told.getData());
    }

    private static ArrivalFile file(Attachment file) {
        String longName = string(file.getMAPIAttribute(MAPIProperty.ATTACH_LONG_FILENAME), null);
        String name = AttachmentFileNames.shown(longName.isBlank() ? file.getFilename() : longName);
        String type = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return new ArrivalFile(name, type == null ? "application/octet-stream" : type, file.getContents());
    }

    private static String string(@Nullable MAPIAttribute attribute, @Nullable String codePage) {
        if (attribute == null) {
            return "";
        }
        boolean unicode = attribute.getType() == Types.UNICODE_STRING.getId();
        String text = unicode
                ? new String(attribute.getData(), StandardCharsets.UTF_16LE)
                : TextCharset.decode(attribute.getData(), codePage);
        return text.replace("\u0000", "");
    }
}
