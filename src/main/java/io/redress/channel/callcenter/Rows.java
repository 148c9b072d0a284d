package io.redress.channel.callcenter;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one open file, one after the other, in constant memory. */
interface Rows extends Closeable {

    /**
     * The next row, blank ones too; null at the end.
     *
     * @throws UnreadableFile when the rest of the file cannot be read, ever
     * @throws IOException when the disk failed; another try may succeed
     */
    @Nullable
    Row next() throws UnreadableFile, IOException;

    /** How the file turned out to be written, for its summary: {@code UTF-8, delimiter ','}. */
    String description();
}
