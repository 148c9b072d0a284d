package io.redress.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks into ZIP archives, and into documents and programs that are such, without ever holding more than some megabytes of
 * what comes out. One object looks at one file with all that is within it.
 */
final class ZipInspector {

    /** What may come out in all (bytes), and out of each entry. */
    private static final long MOST = 64L << 20;

    private static final int MOST_OF_ENTRY = 16 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int DEEPEST = 4;

    /** Text gets a hundred times smaller at best; deflate can do a thousand. */
    private static final long RATIO = 100;

    private static final long WORTH_A_BOMB = 8L << 20;

    private final Set<AttachmentFlag> flags;
    private long left = MOST;
    private int entries;

    ZipInspector(Set<AttachmentFlag> flags) {
        this.flags = flags;
    }

    static boolean isZip(byte[] bytes) {
        return ByteSearch.startsWith(bytes, ByteSearch.of("PK\u0003\u0004"))
                || ByteSearch.startsWith(bytes, ByteSearch.of("PK\u0005\u0006"));
    }

    static boolean isGzip(byte[] bytes) {
        return ByteSearch.startsWith(bytes, (byte) 0x1f, (byte) 0x8b);
    }

    /**
     * Whether a ZIP ends where the file ends, whatever the file begins with: programs that open ZIPs read from the end
     * (APPNOTE.TXT 4.3.16).
     */
    static boolean endsAsZip(byte[] bytes) {
        byte[] mark = ByteSearch.of("PK\u0005\u0006");
        for (int end = bytes.length - 22; end >= Math.max(0, bytes.length - 22 - 0xffff); end--) {
            if (ByteSearch.at(bytes, end, mark)) {
                long directory = end - ByteSearch.u32(bytes, end + 12);
                if (directory >= 0 && ByteSearch.at(bytes, (int) directory, ByteSearch.of("PK\u0001\u0002"))) {
                    return true;
                }
            }
        }
        return false;
    }

    void look(byte[] bytes) {
        look(bytes, 1);
    }

    private void look(byte[] bytes, int depth) {
        if (depth > DEEPEST) {
            flags.add(AttachmentFlag.ARCHIVE_BOMB);
            return;
        }
        long claimed = 0;
        long packed = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                claimed += Math.max(0, entry.getSize());
                packed += Math.max(0, entry.getCompressedSize());
                if (++entries > MOST_ENTRIES || left <= 0) {
                    flags.add(AttachmentFlag.UNREADABLE);
                    break;
                }
                look(zip, entry, depth);
            }
        } catch (IOException | RuntimeException e) {
            flags.add(AttachmentFlag.UNREADABLE);
        }
        // Entries that lie over each other are packed once and come out many times.
        if (packed > bytes.length || claimed > WORTH_A_BOMB && claimed / RATIO > bytes.length) {
            flags.add(AttachmentFlag.ARCHIVE_BOMB);
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry entry, int depth) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        OfficeDocumentInspector.part(name, flags);
        if (FileName.runs(name) || name.endsWith(".class") || name.endsWith(".dex")) {
            flags.add(AttachmentFlag.EXECUTABLE);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            flags.add(AttachmentFlag.ENCRYPTED);
            return;
        }
        if (entry.isDirectory()) {
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            flags.add(AttachmentFlag.UNREADABLE);
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            within(name, unpacked(in, entry.getCompressedSize()), depth);
        }
    }

    private void within(String name, byte[] content, int depth) {
        if (ExecutableDetector.isOne(content)) {
            flags.add(AttachmentFlag.EXECUTABLE);
        }
        OfficeDocumentInspector.content(name, content, flags);
        if (isZip(content)) {
            look(content, depth + 1);
        }
    }

    void lookIntoGzip(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            within("", unpacked(in, bytes.length), 1);
        } catch (IOException e) {
            flags.add(AttachmentFlag.UNREADABLE);
        }
    }

    /** The first megabytes; the rest is counted. */
    private byte[] unpacked(InputStream in, long packed) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] part = new byte[64 << 10];
        long size = 0;
        for (int read = in.read(part); read >= 0 && left > 0; read = in.read(part)) {
            size += read;
            left -= read;
            if (out.size() < MOST_OF_ENTRY) {
                out.write(part, 0, read);
            }
            if (size > WORTH_A_BOMB && size / RATIO > packed) {
                flags.add(AttachmentFlag.ARCHIVE_BOMB);
                break;
            }
        }
        return out.toByteArray();
    }
}
