package io.redress.channel.callcenter.charset;

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
        CharsetDetector.@Nullable Doubt doubt) {

    private static final int START = 64 * 1024;
    private static final int MAGIC = 512;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};

    /**
     * Reads the file once and decides its charset: byte order mark; the mapping's; UTF-16 without a mark; UTF-8 with a few damaged
     * lines at most; the one of {@link EncodingCandidate} in which the text reads like text; the mapping's fallback.
     */
    public static FileScan of(Path file, FileFormat format) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        var utf8 = new CharsetValidator(StandardCharsets.UTF_8);
        var sample = new NonAsciiLines();
        byte[] start = new byte[0];
        long size = 0;
        long nuls = 0;
        byte[] buffer = new byte[START];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int n = bytes.readNBytes(buffer, 0, buffer.length);
                    n > 0;
                    n = bytes.readNBytes(buffer, 0, buffer.length)) {
                start = size == 0 ? Arrays.copyOf(buffer, n) : start;
                size += n;
                digest.update(buffer, 0, n);
                utf8.feed(buffer, n);
                sample.feed(buffer, n);
                for (int i = 0; i < n; i++) { // a block of them, as a crash leaves it, counts once
                    nuls += buffer[i] == 0 && (i == 0 || buffer[i - 1] != 0) ? 1 : 0;
                }
            }
        }
        utf8.end();
        sample.end();
        String sha = Hex.encodeHexString(digest.digest());
        byte[] magic = Arrays.copyOf(start, Math.min(start.length, MAGIC));
        ByteOrderMark bom = ByteOrderMark.of(start);
        boolean named = !format.charset().equals(FileFormat.AUTO);
        if (bom != null && (!named || bom.fits(format.charset()) || bom.provesUtf8(utf8))) {
            return new FileScan(sha, size, magic, bom.charset(), bom.length(), named, null);
        }
        if (named) {
            return new FileScan(sha, size, magic, believed(format.charset(), sample), 0, true, null);
        }
        var guess = new CharsetDetector(start, size, nuls, utf8, sample.lines(), format.fallbackCharset()).guess();
        return new FileScan(sha, size, magic, guess.charset(), 0, false, guess.doubt());
    }

    /** The charset that a mapping names, or the one that has the same characters and more, when only that has those of the file. */
    private static Charset believed(String named, NonAsciiLines sample) {
        Charset charset = Charset.forName(named);
        return EncodingCandidate.of(named)
                .map(EncodingCandidate::charset)
                .filter(wider -> EncodingCandidate.damaged(sample.lines(), charset) > 0)
                .filter(wider -> EncodingCandidate.damaged(sample.lines(), wider) == 0)
                .orElse(charset);
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
