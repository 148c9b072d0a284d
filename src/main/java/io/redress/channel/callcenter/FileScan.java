package io.redress.channel.callcenter;

import io.redress.mapping.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What one pass over a file's bytes tells.
 *
 * @param start the first bytes
 * @param bomLength of the byte order mark, 0 without one
 * @param nuls NUL bytes in it
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of bytes, never compared
record FileScan(String sha256, long size, byte[] start, Charset charset, int bomLength, long nuls) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int START = 512;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};
    /** So many lines must be clean UTF-8 for one that is not, if the file is still to be taken for UTF-8. */
    private static final long CLEAN_TO_DAMAGED = 9;

    /**
     * Reads the file once and decides its charset: byte order mark; strict UTF-8; UTF-8 with a few damaged lines; strict
     * GB18030; the mapping's fallback. A charset that the mapping names is not questioned.
     */
    static FileScan of(Path file, FileFormat format) throws IOException {
        MessageDigest digest = newDigest();
        var utf8 = new CharsetTrial(StandardCharsets.UTF_8);
        var gb18030 = new CharsetTrial(GB18030);
        byte[] start = new byte[0];
        long size = 0;
        long nuls = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int n = bytes.readNBytes(buffer, 0, buffer.length);
                    n > 0;
                    n = bytes.readNBytes(buffer, 0, buffer.length)) {
                start = size == 0 ? Arrays.copyOf(buffer, Math.min(n, START)) : start;
                size += n;
                digest.update(buffer, 0, n);
                utf8.feed(buffer, n);
                gb18030.feed(buffer, n);
                for (int i = 0; i < n; i++) {
                    nuls += buffer[i] == 0 ? 1 : 0;
                }
            }
        }
        utf8.end();
        gb18030.end();
        String sha = HexFormat.of().formatHex(digest.digest());
        Bom bom = Bom.of(start);
        if (!format.charset().equals(FileFormat.AUTO)) {
            int skip = bom != null && bom.fits(format.charset()) ? bom.length() : 0;
            return new FileScan(sha, size, start, Charset.forName(format.charset()), skip, nuls);
        }
        if (bom != null) {
            return new FileScan(sha, size, start, bom.charset(), bom.length(), nuls);
        }
        boolean nearlyUtf8 = utf8.clean() > CLEAN_TO_DAMAGED * utf8.damaged();
        if (utf8.damaged() == 0 || nearlyUtf8) {
            return new FileScan(sha, size, start, StandardCharsets.UTF_8, 0, nuls);
        }
        Charset other = gb18030.damaged() == 0 ? GB18030 : Charset.forName(format.fallbackCharset());
        return new FileScan(sha, size, start, other, 0, nuls);
    }

    boolean looksLikeWorkbook() {
        return startsWith(start, ZIP);
    }

    boolean looksLikeOldWorkbook() {
        return startsWith(start, OLE);
    }

    /** Text without a mark of which a fifth is NUL has two bytes a character, or was never written whole. */
    boolean looksLikeUnmarkedUtf16() {
        return !charset.name().startsWith("UTF-16") && bomLength == 0 && nuls * 5 > size;
    }

    boolean looksLikeMarkup() {
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

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
