package io.redress.channel.callcenter.scan;

import io.redress.charset.FileCharset;
import io.redress.mapping.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a file's bytes tells.
 *
 * @param start the first bytes
 * @param charset that of the text, or UTF-8 where there is a doubt
 * @param bomLength of the byte order mark, 0 without one
 * @param declared whether the mapping names the charset
 * @param doubt why the charset cannot be told; null when it can
 */
@SuppressWarnings("ArrayRecordComponent")
public // a handful of bytes, never compared
record FileScan(
        String sha256,
        long size,
        byte[] start,
        Charset charset,
        int bomLength,
        boolean declared,
        FileCharset.@Nullable Doubt doubt) {

    private static final int MAGIC = 512;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};

    /** Reads the file once. */
    public static FileScan of(Path file, FileFormat format) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        boolean declared = !format.charset().equals(FileFormat.AUTO);
        var charset = new FileCharset(declared ? format.charset() : null, format.fallbackCharset());
        byte[] magic = new byte[0];
        long size = 0;
        byte[] buffer = new byte[FileCharset.LONGEST_FEED];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int n = bytes.readNBytes(buffer, 0, buffer.length);
                    n > 0;
                    n = bytes.readNBytes(buffer, 0, buffer.length)) {
                magic = size == 0 ? Arrays.copyOf(buffer, Math.min(n, MAGIC)) : magic;
                size += n;
                digest.update(buffer, 0, n);
                charset.feed(buffer, n);
            }
        }
        FileCharset.Verdict verdict = charset.verdict();
        return new FileScan(
                Hex.encodeHexString(digest.digest()),
                size,
                magic,
                verdict.charset(),
                verdict.bomLength(),
                declared,
                verdict.doubt());
    }

    public boolean looksLikeWorkbook() {
        return startsWith(start, ZIP);
    }

    /** Its first part says what it is, by the standard uncompressed. */
    public boolean looksLikeOpenDocument() {
        return looksLikeWorkbook()
                && new String(start, StandardCharsets.ISO_8859_1)
                        .contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    }

    public boolean looksLikeOldWorkbook() {
        return startsWith(start, OLE);
    }

    public boolean looksLikeGzip() {
        return startsWith(start, GZIP);
    }

    public boolean looksLikePdf() {
        return startsWith(start, PDF);
    }

    public boolean looksLikeMarkup() {
        String text =
                new String(start, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<table")
                || text.startsWith("<?xml");
    }

    private static boolean startsWith(byte[] start, int[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
