package io.redress.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.IntFunction;

/** What takes complaints by HTTP and has them in queues: the hub, or what stands beside it in a comparison. */
interface SystemUnderLoad {

    /** What it is called in the rows, such as {@code the hub}. */
    String program();

    ComplaintTracker tracker();

    LoadSenders senders();

    /** The request with the complaint of a number. */
    IntFunction<byte[]> forms();

    /** Waits until all that was issued has been taken. */
    void awaitAll();

    ResourceUsage usage() throws IOException;

    /** {@link WriteAheadLog#position} of its PostgreSQL. */
    long walPosition() throws SQLException, IOException;

    /** Megabytes of the program and of its PostgreSQL (PSS): what their processes share counts once. */
    double memoryMegabytes() throws IOException;
}
