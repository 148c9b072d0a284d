package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.channel.callcenter.text.DelimitedTextRows;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallFileTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path data;

    private CallFileFixture hub;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
    }

    @Test
    void twelve_bad_rows_of_a_thousand_in_gbk_are_rejected_with_line_and_reason_and_no_others() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("通话编号,客户姓名,电话,邮箱,来电时间,投诉内容\r\n".getBytes(GBK));
        var bad = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            int line = i + 2;
            String good =
                    "C-%d,客户%d,138%08d,c%d@example.com,2026-03-01 09:30:00,第%d个投诉：沙发色差很大".formatted(i, i, i, i, i);
            String row =
                    switch (i) {
                        case 11 -> good.replaceFirst("138\\d+", "1.38E+10");
                        case 99 -> good.replace("2026-03-01", "03/01/2026");
                        case 150 -> good.replace("c150@example.com", "c150 at example");
                        case 222 -> good.replaceFirst("第.*", "");
                        case 333 -> good.replace("C-333", "1.77E+12");
                        case 400 -> good + ",多,一列";
                        case 444 -> good.replaceFirst("第", "\"第");
                        case 555 -> good.replaceFirst("第(.*)", "\"第\"$1\"");
                        case 600 -> good.replaceFirst("客户600", "名".repeat(300));
                        case 700 -> good.replaceFirst("2026-03-01", "2026-02-30");
                        case 801 -> good.replace("沙发", "\u0000沙发");
                        default -> good;
                    };
            if (!row.equals(good)) {
                bad.add(String.valueOf(line));
            }
            bytes.writeBytes(row.getBytes(GBK));
            if (i == 998) {
                bytes.write(0xFF);
                bad.add(String.valueOf(line));
            }
            bytes.writeBytes("\r\n".getBytes(GBK));
        }
        assertThat(bad).hasSize(12);
        CallFile file = hub.open("call-center", Files.write(data.resolve("calls.csv"), bytes.toByteArray()));
        List<RawMessage> rows = CallFileFixture.rows(file);
        assertThat(rows).hasSize(1000);
        assertThat(rows.stream().map(hub::read).filter(CanonicalComplaint.class::isInstance))
                .hasSize(988);
        List<CSVRecord> rejected = records(CallFileFixture.report(file, ".rejected.csv"));
        assertThat(rejected).extracting(row -> row.get("line")).containsExactlyElementsOf(bad);
        assertThat(rejected).allSatisfy(row -> {
            assertThat(row.get("reason")).isNotBlank();
            assertThat(row.get("remedy")).isNotBlank();
        });
        assertThat(rejected.get(0).get("column")).isEqualTo("电话");
        assertThat(CallFileFixture.report(file, ".summary.txt"))
                .contains(
                        "rows: 1000",
                        "handed off: 988",
                        "rejected: 12",
                        "read as: GB18030, delimiter ','",
                        "sha-256: ");
    }

    @Test
    void a_call_without_an_id_has_the_same_key_in_another_file_with_other_columns() throws IOException {
        Path daily = write("daily.csv", "序号,姓名,电话,内容\n1,李雷,13800138000,色差\n");
        Path weekly = write("weekly.csv", "内容;手机;姓名;序号\n色差;+86 138-0013-8000;李雷;77\n色差;;李雷;78\n");
        String key = CallFileFixture.rows(hub.open("call-center", daily)).get(0).sourceKey();
        List<RawMessage> again = CallFileFixture.rows(hub.open("call-center", weekly));
        assertThat(again.get(0).sourceKey()).isEqualTo(key);
        assertThat(again.get(1).sourceKey()).isNotEqualTo(key);
    }

    @Test
    void a_row_that_names_no_store_keeps_the_key_that_it_had_before_stores_were_read() throws IOException {
        Path file = write("calls.csv", "姓名,电话,商品,订单号,内容\n李雷,13800138000,沙发,A-1,色差\n");
        assertThat(CallFileFixture.rows(hub.open("call-center", file)).get(0).sourceKey())
                .isEqualTo("sha256:56014309eb293cc8df5b368dd30c75fadfca9c1879290e9932b66d44311738b8");
    }

    @Test
    void the_same_words_about_two_stores_are_two_calls() throws IOException {
        Path file = write("calls.csv", "内容,门店\n排队太久,南京东路店\n排队太久,人民广场店\n排队太久,南京东路店\n");
        List<RawMessage> rows = CallFileFixture.rows(hub.open("call-center", file));
        var complaint = (CanonicalComplaint) hub.read(rows.get(0));
        assertThat(complaint.product().store()).isEqualTo("南京东路店");
        assertThat(rows.get(1).sourceKey()).isNotEqualTo(rows.get(0).sourceKey());
        assertThat(rows.get(2).sourceKey()).isEqualTo(rows.get(0).sourceKey());
    }

    @Test
    void a_row_that_is_too_long_is_bad_and_the_next_one_is_read() throws IOException {
        Path file = write(
                "calls.csv",
                "姓名,内容\n甲," + "长".repeat(3 * RowLimits.ROW) + "\n乙,色差\n丙," + "长".repeat(30_000) + "\n丁,\""
                        + "x\n".repeat(RowLimits.ROW_LINES + 5) + "\n戊,色差\n");
        CallFile calls = hub.open("call-center", file);
        List<Object> readings = new ArrayList<>();
        CallFileFixture.rows(calls).forEach(raw -> readings.add(hub.read(raw)));
        assertThat(readings.get(0)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .contains("calls.csv, line 2: the row is longer than")
                .hasSizeLessThan(500));
        assertThat(readings.get(1)).isInstanceOf(CanonicalComplaint.class);
        assertThat(readings.get(2)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .contains("has 30000 characters, 20000 at most"));
        assertThat(readings.get(3)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .contains("a quote is opened and never closed"));
        assertThat(readings.get(readings.size() - 1)).isInstanceOf(CanonicalComplaint.class);
    }

    @Test
    void what_excel_would_run_as_a_formula_is_harmless_in_the_report() throws IOException {
        Path file = write("calls.csv", "姓名,内容\n\"=HYPERLINK(\"\"http://x\"\")\",\n@SUM(1),\n");
        CallFile calls = hub.open("call-center", file);
        CallFileFixture.rows(calls);
        assertThat(records(CallFileFixture.report(calls, ".rejected.csv")))
                .extracting(row -> row.get("姓名"))
                .containsExactly("'=HYPERLINK(\"http://x\")", "'@SUM(1)");
    }

    @Test
    void a_channel_in_another_zone_reads_times_in_it() throws IOException {
        Path file = write("calls.csv", "内容,来电时间\n色差,2026-03-01 09:30:00\n");
        CallFile calls = hub.files.open("calls", "call-center", "America/Los_Angeles", file.toFile());
        var complaint =
                (CanonicalComplaint) hub.read(CallFileFixture.rows(calls).get(0));
        assertThat(complaint.complaint().occurredAt()).isEqualTo("2026-03-01T17:30:00Z");
    }

    @Test
    void a_call_that_names_a_ticket_refers_to_it() throws IOException {
        Path file = write("calls.csv", "内容\n工单 R-260301-0ABCDE 还没人处理\n");
        var complaint = (CanonicalComplaint)
                hub.read(CallFileFixture.rows(hub.open("call-center", file)).get(0));
        assertThat(complaint.references()).containsExactly("R-260301-0ABCDE");
    }

    @Test
    void a_file_mostly_in_big5_is_read_when_the_mapping_says_so_and_its_summary_tells() throws IOException {
        Files.writeString(
                data.resolve("mappings/taiwan.yaml"),
                "fields: {complaint.text: 內容}\nrequired: [complaint.text]\nfile: {charset: Big5}\n");
        Path file = Files.write(data.resolve("calls.csv"), "內容\n顏色不對，請處理\n".getBytes(Charset.forName("Big5")));
        var taiwan = io.redress.mapping.Mappings.read(data.resolve("mappings"));
        var scan = FileScan.of(file, taiwan.get("taiwan").file());
        try (var rows = new DelimitedTextRows(file, scan, taiwan.get("taiwan").file())) {
            assertThat(rows.next()).isEqualTo(new TableRow.Values(1, List.of("內容")));
            assertThat(rows.next()).isEqualTo(new TableRow.Values(2, List.of("顏色不對，請處理")));
            assertThat(rows.description()).startsWith("Big5");
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(data.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        assertThat(csv).startsWith("\uFEFF");
        var format =
                CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(new StringReader(csv.substring(1)), format)) {
            return parser.getRecords();
        }
    }
}
