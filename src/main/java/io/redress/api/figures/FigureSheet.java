package io.redress.api.figures;

import io.redress.export.CsvTableWriter;
import io.redress.export.TableWriter;
import io.redress.export.XlsxTableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table of figures as a file. It is small: figures are bounded.
 *
 * @param name of the file, without its ending
 * @param lines as long as the header
 */
public record FigureSheet(String name, List<String> header, List<List<String>> lines) {

    private static final MediaType CSV = MediaType.parseMediaType(TableWriter.CSV + ";charset=UTF-8");
    private static final MediaType XLSX = MediaType.parseMediaType(TableWriter.XLSX);

    /** The file as an answer to save; what a spreadsheet would take for a formula is text in it. */
    public ResponseEntity<byte[]> answer(boolean workbook) {
        var bytes = new ByteArrayOutputStream();
        try (TableWriter file = workbook ? XlsxTableWriter.ofFigures(bytes, header) : new CsvTableWriter(bytes)) {
            if (!workbook) {
                file.line(header);
            }
            for (List<String> line : lines) {
                file.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table in memory could not be written", e);
        }
        return ResponseEntity.ok()
                .contentType(workbook ? XLSX : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (workbook ? ".xlsx" : ".csv") + "\"")
                .body(bytes.toByteArray());
    }
}
