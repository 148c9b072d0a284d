package io.redress.channel.callcenter.row;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one open file, one after the other, in constant memory. */
public interface TableRows extends Closeable {

    /**
     * The next row, blank ones too; null at the end.
     *
     * @throws UnreadableFileException when the rest of the file cannot be read, ever
     * @throws IOException when the disk failed; another try may succeed
     */
    @Nullable
    TableRow next() throws UnreadableFileException, IOException;

    /**
     * Tells how many columns the header names, once it is read; the rows after it are judged by that and by each other.
     *
     * @param columns 0 for a file without a header
     * @return how many columns there are; 0 where that is not known
     */
    default int named(int columns) {
        return columns;
    }

    /** Whether its first line already tells that it is a report of rejected rows, whatever the mapping says of headers. */
    default boolean isReport() {
        return false;
    }

    /** How the file turned out to be written, for its summary: {@code UTF-8, delimiter ','}. */
    String description();
}
