package io.redress.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files such as strangers send. */
public final class SuspiciousFiles {

    /** The test file of the EICAR, in two parts, so that no scanner takes this class for it. */
    public static final byte[] EICAR =
            latin("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    static final byte[] JPEG =
            latin("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000"
                    + "\u00ff\u00da\u0000\u0008\u0001\u0001\u0000\u0000?\u0000\u00d2\u00cf\u00ff\u00d9");
    static final byte[] PNG = latin(
            "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\b\u0006\u0000\u0000\u0000");
    static final byte[] GIF = latin("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;");
    static final byte[] EXE = exe();

    private SuspiciousFiles() {}

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] exe() {
        byte[] exe = new byte[256];
        exe[0] = 'M';
        exe[1] = 'Z';
        exe[0x3c] = (byte) 0x80;
        exe[0x80] = 'P';
        exe[0x81] = 'E';
        return exe;
    }

    /** A PDF of these objects' texts. */
    static byte[] pdf(String... objects) {
        return latin("%PDF-1.7\n" + String.join("\n", objects) + "\ntrailer <</Root 1 0 R>>\n%%EOF\n");
    }

    static String stream(String dictionary, byte[] content) {
        return "9 0 obj <<" + dictionary + "/Length " + content.length + ">>\nstream\n"
                + new String(content, StandardCharsets.ISO_8859_1) + "\nendstream\nendobj";
    }

    static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A ZIP of names and contents, in turns. */
    public static byte[] zip(Object... entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(entries[i + 1] instanceof byte[] bytes ? bytes : latin((String) entries[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A document of Office 97 with a part of this name. */
    static byte[] compound(String part) {
        return join(
                latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), new byte[1000], utf16(part), new byte[1000]);
    }

    static byte[] document(Object... more) {
        Object[] entries = new Object[more.length + 4];
        entries[0] = "[Content_Types].xml";
        entries[1] = "<Types/>";
        entries[2] = "word/document.xml";
        entries[3] = "<w:document/>";
        System.arraycopy(more, 0, entries, 4, more.length);
        return zip(entries);
    }
}
