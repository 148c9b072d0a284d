package io.redress.offline;

import java.nio.file.Path;

/** The beans of a hub whose stages may be tried: nothing that they store outlives it. */
public interface TriedHub extends AutoCloseable {

    <T> T bean(Class<T> type);

    /** For files that are needed meanwhile; removed by {@link #close}. */
    Path dataFolder();

    @Override
    void close();
}
