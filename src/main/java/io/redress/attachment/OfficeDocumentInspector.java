package io.redress.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Documents of offices: what of them runs. Found by the names of their parts, which no program goes without. */
final class OfficeDocumentInspector {

    private static final byte[] COMPOUND = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] MACROS = utf16("_VBA_PROJECT");
    private static final byte[] PACKAGE = utf16("Ole10Native");
    private static final byte[] EQUATION = utf16("Equation Native");
    private static final byte[] ENCRYPTED = utf16("EncryptedPackage");

    private static final Pattern MACRO_PART =
            Pattern.compile("(?:^|/)(?:vbaproject[^/]*\\.bin|vbadata\\.xml|macrosheets/.*)$|^(?:basic|scripts)/.+");
    private static final Pattern CONTROL_PART = Pattern.compile("(?:^|/)activex/");
    private static final Pattern EMBEDDED_PART = Pattern.compile("(?:^|/)embeddings/.+|oleobject[^/]*\\.bin$");

    /** A part that is fetched from elsewhere when the document is opened; links that a person clicks are none. */
    private static final Pattern FETCHED =
            Pattern.compile("(?is)<relationship\\b(?=[^>]*targetmode\\s*=\\s*[\"']external)"
                    + "(?=[^>]*type\\s*=\\s*[\"'][^\"']*/(?:attachedtemplate|oleobject|frame|subdocument)[\"'])");

    private static final Pattern FIELD = Pattern.compile("(?i)\\bDDE(?:AUTO)?\\b\\s*[\"'\\\\a-z]|<ddelink");
    private static final Pattern RTF_OBJECT =
            Pattern.compile("(?i)\\\\(?:objdata|objupdate|objautlink|objocx|objemb|objlink)");
    private static final int MOST_XML = 4 << 20;

    private OfficeDocumentInspector() {}

    static boolean isCompound(byte[] bytes) {
        return ByteSearch.startsWith(bytes, COMPOUND);
    }

    /** A document of Office 97 to 2003; the names of its parts stand in it as UTF-16 (MS-CFB 2.6.1). */
    static void lookIntoCompound(byte[] bytes, Set<AttachmentFlag> flags) {
        add(flags, AttachmentFlag.MACROS, ByteSearch.has(bytes, MACROS));
        add(flags, AttachmentFlag.EMBEDDED_FILE, ByteSearch.has(bytes, PACKAGE));
        add(flags, AttachmentFlag.ACTIVE_CONTENT, ByteSearch.has(bytes, EQUATION));
        add(flags, AttachmentFlag.ENCRYPTED, ByteSearch.has(bytes, ENCRYPTED));
    }

    static void lookIntoRtf(byte[] bytes, Set<AttachmentFlag> flags) {
        add(
                flags,
                AttachmentFlag.EMBEDDED_FILE,
                RTF_OBJECT.matcher(latin(bytes)).find());
    }

    /** The name of a part of a ZIP, in lower case. */
    static void part(String name, Set<AttachmentFlag> flags) {
        add(flags, AttachmentFlag.MACROS, MACRO_PART.matcher(name).find());
        add(flags, AttachmentFlag.ACTIVE_CONTENT, CONTROL_PART.matcher(name).find());
        add(flags, AttachmentFlag.EMBEDDED_FILE, EMBEDDED_PART.matcher(name).find());
    }

    /** A part of a ZIP. */
    static void content(String name, byte[] content, Set<AttachmentFlag> flags) {
        if (isCompound(content)) {
            lookIntoCompound(content, flags);
        }
        if (name.endsWith(".rels")) {
            add(
                    flags,
                    AttachmentFlag.ACTIVE_CONTENT,
                    FETCHED.matcher(latin(content)).find());
        } else if (name.startsWith("word/") && name.endsWith(".xml") || name.contains("externallinks/")) {
            add(
                    flags,
                    AttachmentFlag.ACTIVE_CONTENT,
                    FIELD.matcher(latin(content)).find());
        }
    }

    private static void add(Set<AttachmentFlag> flags, AttachmentFlag flag, boolean found) {
        if (found) {
            flags.add(flag);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MOST_XML), StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf16(String name) {
        return name.getBytes(StandardCharsets.UTF_16LE);
    }
}
