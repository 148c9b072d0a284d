package io.redress.channel.callcenter.workbook;

import io.redress.channel.WatchedStream;
import io.redress.channel.callcenter.row.RowLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * The zip of a workbook. POI reads the directory, the relationships, the workbook and its styles into memory, as trees many
 * times their size, so until {@link #stream} a part may have {@value #LARGEST_TREE} bytes at most. The sheets and the shared
 * texts come as streams after that; there no piece of markup or text may be longer than {@value #LONGEST_PIECE} bytes.
 */
final class XlsxZip implements ZipEntrySource {

    private static final int LARGEST_TREE = 4 << 20;
    private static final int LONGEST_PIECE = 16 << 20;
    private static final int MOST_PARTS = 10_000;

    static {
        ZipSecureFile.setMaxEntrySize(RowLimits.WORKBOOK_PART);
    }

    private final ZipEntrySource zip;
    private boolean streaming;

    private XlsxZip(ZipEntrySource zip) {
        this.zip = zip;
    }

    static XlsxZip open(Path file) throws IOException {
        // Without its directory POI would read a zip into memory.
        try (var directory = new ZipFile(file.toFile())) {
            if (directory.size() > MOST_PARTS) {
                throw new IOException("it has " + directory.size() + " parts");
            }
        }
        return new XlsxZip(new ZipFileZipEntrySource(new ZipSecureFile(file.toFile())));
    }

    /** From now on parts are read as streams. */
    void stream() {
        streaming = true;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        return zip.getEntry(path);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        var part = new Bounded(zip.getInputStream(entry), streaming ? LONGEST_PIECE : LARGEST_TREE, streaming);
        return StrictOpenXmlNames.replaced(part, entry.getName().endsWith(".rels"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return zip.isClosed();
    }

    private static final class Bounded extends WatchedStream {

        private final int most;
        private final boolean byPiece;
        private long run;

        Bounded(InputStream in, int most, boolean byPiece) {
            super(in);
            this.most = most;
            this.byPiece = byPiece;
        }

        @Override
        protected void watch(byte[] bytes, int from, int end) throws IOException {
            run += end - from;
            for (int i = end - 1; byPiece && i >= from; i--) {
                if (bytes[i] == '<') {
                    run = end - i;
                    break;
                }
            }
            if (run > most) {
                throw new IOException("a part of it, or a piece of a sheet, has more than " + most + " bytes");
            }
        }
    }
}
