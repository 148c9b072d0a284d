package io.redress.export;

import io.redress.mapping.SpreadsheetFormula;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table by RFC 4180 in UTF-8 with a byte order mark, which Excel needs. What a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV Injection).
 */
public final class CsvTableWriter implements TableWriter {

    private final CSVPrinter csv;

    public CsvTableWriter(OutputStream to) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        this.csv = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    @Override
    public void line(List<String> cells) throws IOException {
        csv.printRecord(cells.stream().map(SpreadsheetFormula::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
