package io.redress.console.figures;

import java.util.Map;

/** Where the tables of a page are as files. */
public record FigureFiles(FiguresQuery query) {

    /**
     * The address of a file.
     *
     * @param table one of {@link FigureFilesPage#TABLES}
     * @param format {@code csv} or {@code xlsx}
     */
    public String of(String table, String format) {
        return query.address(FigureFilesPage.PATH, Map.of("table", table, "format", format));
    }
}
