package io.redress.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallResult;
import io.redress.callback.list.CallListLayouts;
import io.redress.callback.list.CallResultFiles;
import io.redress.lifecycle.TicketStatus;
import io.redress.settings.ticket.CallListSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallListsTest extends CallbackFixture {

    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final String OTHER = "R-261123-AAAAAA";

    @TempDir
    Path folder;

    private final CallListLayouts layouts = CallListLayouts.read(Path.of("config/call-lists"));

    private CallLists lists(String layout) {
        return new CallLists(
                transaction,
                jdbc,
                tickets,
                () -> layouts,
                new CallListSettings(layout, EVERY, Duration.ofSeconds(10), null),
                SHOP,
                clock);
    }

    private CallResultFiles results() {
        return new CallResultFiles(outcomes, () -> layouts, folder.resolve("work"), clock, SHOP);
    }

    @Test
    void a_list_has_the_calls_of_the_next_half_hour_and_each_call_is_in_one_list() {
        ticket(TICKET, "+8613800138000");
        ticket(OTHER, "+8613900139000");
        solved(TICKET);
        pass(EVERY);
        solved(OTHER);
        CallLists lists = lists("genesys-cloud");
        assertThat(lists.claim()).isEmpty();

        pass(Duration.ofHours(23).plusMinutes(15));
        List<CallList> first = written(lists);
        assertThat(lists.claim()).isEmpty();
        pass(EVERY);
        List<CallList> second = written(lists);

        assertThat(csv(lists, first)).hasSize(2);
        assertThat(csv(lists, first).get(1)).contains(TICKET, ",+8613800138000,", "2026-11-24T02:00:00Z");
        assertThat(csv(lists, second)).hasSize(2);
        assertThat(csv(lists, second).get(1)).contains(OTHER);
    }

    @Test
    void a_list_that_a_crash_left_unfinished_is_written_again_under_its_name_with_its_calls() {
        ticket(TICKET, "+8613800138000");
        solved(TICKET);
        pass(Duration.ofHours(24).minusMinutes(10));
        CallLists lists = lists("genesys-cloud");
        List<CallList> before = lists.claim();
        byte[] content = lists.content(before.get(0));
        assertThat(lists.claim()).as("another node, while the first one writes").isEmpty();

        jdbc.sql("update call_list set leased_until = now() - interval '1 second'")
                .update(); // killed; the lease ran out
        List<CallList> after = lists("genesys-cloud").claim();

        assertThat(after).isEqualTo(before);
        assertThat(lists.content(after.get(0))).isEqualTo(content);
        lists.written(after.get(0));
        jdbc.sql("update call_list set leased_until = null").update();
        assertThat(lists.claim()).isEmpty();
    }

    @Test
    void without_a_layout_no_list_is_begun() {
        ticket(TICKET, "+8613800138000");
        solved(TICKET);
        pass(Duration.ofHours(24).minusMinutes(10));

        assertThat(lists("").claim()).isEmpty();
        assertThat(jdbc.sql("select count(*) from call_list")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_cell_that_looks_like_a_formula_is_text_and_a_phone_number_keeps_its_plus() {
        ticket(TICKET, "+8613800138000");
        jdbc.sql("update ticket set remedy = '=HYPERLINK(\"http://evil\")'").update();
        solved(TICKET);
        pass(Duration.ofHours(24).minusMinutes(10));

        CallLists lists = lists("genesys-cloud");
        String row = csv(lists, lists.claim()).get(1);

        assertThat(row).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", ",+8613800138000,");
    }

    @Test
    void a_chinese_list_handed_back_settles_its_calls_once() throws IOException {
        ticket(TICKET, "+8613800138000");
        ticket(OTHER, "+8613900139000");
        solved(TICKET);
        solved(OTHER);
        pass(Duration.ofHours(24).minusMinutes(10));
        CallLists lists = lists("call-list-zh");
        Path file = folder.resolve("名单.xlsx");
        try (var workbook = new XSSFWorkbook(
                new ByteArrayInputStream(lists.content(lists.claim().get(0))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(text(sheet.getRow(1), "电话", sheet)).startsWith("13");
            fill(sheet, TICKET, "已解决", "");
            fill(sheet, OTHER, "改约", "2026-11-26 15:30");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }

        CallResultFiles.Taken taken = results().take(file.toFile());
        assertThat(taken.folder()).startsWith("done/2026-11-24/");
        assertThat(summary(taken)).contains("applied: 2", "rejected: 0");
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CALLBACK);
        assertThat(open(OTHER).slot().from()).isEqualTo("2026-11-26T07:30:00Z");

        assertThat(summary(results().take(file.toFile()))).contains("applied: 0", "known before: 2");
        assertThat(open(OTHER).attempt()).isEqualTo(2);
    }

    @Test
    void a_bad_row_is_reported_and_the_good_ones_count() throws IOException {
        ticket(TICKET, "+8613800138000");
        solved(TICKET);
        Path file = folder.resolve("back.csv");
        Files.writeString(
                file,
                "CallbackId,Attempt,Result,Note\n"
                        + open(TICKET).id() + ",1,Nonsense,\n"
                        + "00000000-0000-0000-0000-000000000000,1,Busy,\n"
                        + "no id,1,Busy,\n"
                        + open(TICKET).id() + ",1,,\n"
                        + open(TICKET).id() + ",1,not solved,still broken\n");

        CallResultFiles.Taken taken = results().take(file.toFile());

        assertThat(summary(taken)).contains("applied: 1", "rejected: 3", "not called: 1");
        String rejected = new String(taken.reports().get(0).content(), StandardCharsets.UTF_8);
        assertThat(taken.reports().get(0).name()).isEqualTo("back.csv.rejected.csv");
        assertThat(rejected).contains("'Nonsense' is not a result", "there is no callback", "CallbackId");
        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
    }

    @Test
    void a_file_that_is_no_list_of_ours_fails_with_what_is_needed() throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "a,b\n1,2\n");

        CallResultFiles.Taken taken = results().take(file.toFile());

        assertThat(taken.folder()).startsWith("failed/");
        assertThat(summary(taken)).contains("CallbackId, Attempt, Result (genesys-cloud)", "回访编号, 第几次, 结果");
    }

    @Test
    void an_attempt_that_was_reported_is_in_no_later_list() {
        ticket(TICKET, "+8613800138000");
        solved(TICKET);
        report(open(TICKET), CallResult.REACHED_SOLVED, null);
        pass(Duration.ofHours(24).minusMinutes(10));

        assertThat(lists("genesys-cloud").claim()).isEmpty();
    }

    private static List<CallList> written(CallLists lists) {
        List<CallList> claimed = lists.claim();
        claimed.forEach(lists::written);
        return claimed;
    }

    private static List<String> csv(CallLists lists, List<CallList> of) {
        assertThat(of).hasSize(1);
        assertThat(of.get(0).name()).matches("callbacks-\\d{8}-\\d{6}-[0-9a-f]{8}\\.csv");
        return new String(lists.content(of.get(0)), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String summary(CallResultFiles.Taken taken) {
        return new String(taken.reports().get(taken.reports().size() - 1).content(), StandardCharsets.UTF_8);
    }

    private static void fill(XSSFSheet sheet, String ticket, String result, String again) {
        for (Row row : sheet) {
            if (text(row, "工单号", sheet).equals(ticket)) {
                row.getCell(column("结果", sheet)).setCellValue(result);
                row.getCell(column("再次回访时间", sheet)).setCellValue(again);
            }
        }
    }

    private static String text(Row row, String name, XSSFSheet sheet) {
        return row.getCell(column(name, sheet)).getStringCellValue();
    }

    private static int column(String name, XSSFSheet sheet) {
        List<String> names = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> names.add(cell.getStringCellValue()));
        return names.indexOf(name);
    }
}
