package io.redress.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is sent while it is made, so that it may be of any length. Closing it ends the file, not what it goes to. */
public interface TableWriter extends Closeable {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    void line(List<String> cells) throws IOException;
}
