package io.redress.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.export.TableWriter;
import io.redress.export.XlsxTableWriter;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TicketsExportTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-11T08:00:00Z");
    private static final int TICKETS = 1_203; // more than are fetched at a time
    private static final String FORMULA = "=HYPERLINK(\\\"http://evil.test\\\")";

    private static boolean filled;

    @BeforeEach
    void fill() {
        if (!filled) {
            filled = true;
            for (int i = 0; i < TICKETS; i++) {
                rows.ticket("R-260711-%06d".formatted(i), "exported", JULY.plusSeconds(i), "Li", "because");
            }
            rows.change(
                    "R-260711-001202",
                    "{customer,name}",
                    "\"" + FORMULA + "\"",
                    "{complaint,subject}",
                    "\"色差, \\\"dark\\\"\\nand <wet> & \\u0007 𠮷\"");
        }
    }

    @Test
    void a_csv_has_all_that_the_filter_shows_for_excel_and_no_formula(CapturedOutput output) throws Exception {
        var answer = get("/api/tickets/export?channel=exported");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"tickets.csv\"");
        assertThat(answer.body()).startsWith("\uFEFFnumber,receivedAt,channel,").doesNotContain("The tiles");
        var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body().substring(1)))
                .getRecords();
        assertThat(lines).hasSize(TICKETS);
        assertThat(lines.get(0).get("number")).isEqualTo("R-260711-001202");
        assertThat(lines.get(0).get("name")).isEqualTo("'=HYPERLINK(\"http://evil.test\")");
        assertThat(lines.get(0).get("subject")).isEqualTo("色差, \"dark\"\nand <wet> & \u0007 𠮷");
        assertThat(lines.get(TICKETS - 1).get("receivedAt")).isEqualTo("2026-07-11T08:00:00Z");
        assertThat(output.getAll()).contains("key tester exported " + TICKETS + " tickets");
    }

    @Test
    void a_workbook_has_the_same_as_text() throws Exception {
        HttpResponse<byte[]> answer = bytes("/api/tickets/export?channel=exported&format=xlsx", "*/*");
        assertThat(answer.headers().firstValue("Content-Type")).contains(TableWriter.XLSX);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tickets.xlsx\"");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            var sheet = workbook.getSheet("tickets");
            assertThat(sheet.getLastRowNum()).isEqualTo(TICKETS);
            List<String> header = StreamSupport.stream(sheet.getRow(0).spliterator(), false)
                    .map(cell -> cell.getStringCellValue())
                    .toList();
            assertThat(header).isEqualTo(TicketColumns.NAMES);
            var name = sheet.getRow(1).getCell(header.indexOf("name"));
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://evil.test\")");
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(name.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getRow(1).getCell(header.indexOf("subject")).getStringCellValue())
                    .isEqualTo("色差, \"dark\"\nand <wet> &   𠮷");
        }
    }

    @Test
    void accept_says_it_too_and_format_comes_first() throws Exception {
        String path = "/api/tickets/export?channel=nobody";
        assertThat(bytes(path, TableWriter.XLSX).headers().firstValue("Content-Type"))
                .contains(TableWriter.XLSX);
        assertThat(bytes(path, "text/csv").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(bytes(path + "&format=csv", TableWriter.XLSX)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/csv");
        assertThat(new String(bytes(path, "text/csv").body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("\uFEFFnumber,")
                .hasLineCount(1);
    }

    @Test
    void a_wrong_parameter_is_refused_as_elsewhere() throws Exception {
        for (String query : List.of("format=pdf", "size=10", "cursor=x", "phone=somebody", "colour=red")) {
            var answer = get("/api/tickets/export?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    @Test
    void a_sheet_that_is_full_is_followed_by_another_with_the_same_header() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        var file = new XlsxTableWriter(bytes, List.of("number"), 4);
        for (int i : IntStream.range(0, 7).toArray()) {
            file.line(List.of("row " + i));
        }
        file.close();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<String> cells = new ArrayList<>();
            workbook.forEach(sheet -> sheet.forEach(row ->
                    cells.add(sheet.getSheetName() + ": " + row.getCell(0).getStringCellValue())));
            assertThat(cells)
                    .containsExactly(
                            "tickets: number",
                            "tickets: row 0",
                            "tickets: row 1",
                            "tickets: row 2",
                            "tickets 2: number",
                            "tickets 2: row 3",
                            "tickets 2: row 4",
                            "tickets 2: row 5",
                            "tickets 3: number",
                            "tickets 3: row 6");
        }
    }

    private HttpResponse<byte[]> bytes(String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request(path)
                                .header("Authorization", "Bearer " + KEY)
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
