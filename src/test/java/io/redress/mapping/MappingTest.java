package io.redress.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.mapping.FieldProblem.Code;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    @TempDir
    Path folder;

    private final Mapping calls = Mapping.read(Path.of("config/mappings/call-center.yaml"));

    @Test
    void chinese_columns_become_canonical_fields() {
        MappedFields fields = fields(
                calls,
                Map.of(
                        "客户姓名", "李雷",
                        "手机", "138 0013 8000",
                        "投诉内容", "收到的沙发有色差",
                        "期望解决方案", "退款",
                        "订单号", "20260101001",
                        "来电时间", "2026-03-01 09:30:00",
                        "购买日期", "2026/2/3",
                        "通话编号", "C-1",
                        "坐席", "007"));
        assertThat(fields.customer().name()).isEqualTo("李雷");
        assertThat(fields.customer().phones()).containsExactly("+8613800138000");
        assertThat(fields.text()).isEqualTo("收到的沙发有色差");
        assertThat(fields.wants()).isEqualTo("refund");
        assertThat(fields.product().orderNo()).isEqualTo("20260101001");
        assertThat(fields.product().purchasedOn()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(fields.occurredAt()).isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
        assertThat(fields.sourceKey()).isEqualTo("C-1");
        assertThat(fields.extras()).containsExactly(Map.entry("坐席", List.of("007")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann | Lee | Annie | Ann Lee",
                "Ann | '' | Annie | Ann",
                "'' | Lee | Annie | Lee",
                "'' | '' | Annie | Annie",
                "'' | '' | '' | "
            })
    void a_list_within_the_list_joins_what_is_there(String first, String last, String nick, String name)
            throws IOException {
        Mapping mapping = mapping("fields: {customer.name: [[first, last], nick], complaint.text: [[title, body]]}");
        MappedFields fields = fields(
                mapping,
                Map.of("first", first, "last", last, "nick", nick, "title", "Kettle", "body", "leaks", "other", "x"));
        assertThat(fields.customer().name()).isEqualTo(name);
        assertThat(fields.text()).isEqualTo("Kettle\nleaks");
        assertThat(fields.extras()).containsKey("other").doesNotContainKeys("first", "last", "title", "body");
    }

    @ParameterizedTest
    @CsvSource({"Gold, vip", "silver, regular", "vip, regular"})
    void else_is_what_any_other_word_means(String written, String tier) throws IOException {
        Mapping mapping = mapping(
                "fields: {customer.tier: level, complaint.text: text}\nvalues: {customer.tier: {gold: vip, else: regular}}");
        assertThat(fields(mapping, Map.of("level", written, "text", "x"))
                        .customer()
                        .tier())
                .isEqualTo(tier);
    }

    @Test
    void paths_choose_in_json_and_are_mere_names_in_a_table() throws IOException {
        Mapping mapping = mapping("fields: {complaint.text: 'items[k=b].v', product.name: 'Amount [EUR]'}");
        var body = UntrustedJson.read(
                        "{\"items\":[{\"k\":\"a\",\"v\":\"1\"},{\"k\":\"b\",\"v\":\"2\"}]}".getBytes(UTF_8))
                .orElseThrow();
        var json = (MappedFields) mapping.apply(new JsonSource(body, Map.of("Amount [EUR]", "7")));
        assertThat(json.text()).isEqualTo("2");
        assertThat(json.product().name()).isEqualTo("7");
        assertThat(fields(mapping, Map.of("items[k=b].v", "3")).text()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Complaint", " COMPLAINT ", "投诉 内容", "投诉内容*", "投诉内容：", "\uFEFF投诉内容", "Ｃｏｍｐｌａｉｎｔ"})
    void case_blanks_and_width_of_a_name_do_not_count(String name) {
        assertThat(fields(calls, Map.of(name, "broken")).text()).isEqualTo("broken");
    }

    @Test
    void the_first_column_with_a_value_wins_and_the_other_is_an_extra() {
        MappedFields fields = fields(calls, Map.of("投诉内容", "坏了", "内容", "别的"));
        assertThat(fields.text()).isEqualTo("坏了");
        assertThat(fields.extras()).containsOnlyKeys("内容");
        assertThat(fields(calls, Map.of("投诉内容", " ", "内容", "别的")).text()).isEqualTo("别的");
    }

    @Test
    void every_phone_of_a_customer_is_kept_once() {
        MappedFields fields = fields(
                calls,
                Map.of("内容", "坏了", "电话", "010-62345678转12/13800138000", "手机", "+86 138 0013 8000", "来电号码", "8001"));
        assertThat(fields.customer().phones())
                .containsExactlyInAnyOrder("+861062345678;ext=12", "+8613800138000", "8001");
    }

    @ParameterizedTest
    @CsvSource({"电话, 1.39E+10", "订单号, 2.0260101001E+18", "通话编号, 1E+12"})
    void a_number_that_excel_has_shortened_is_a_problem_and_never_guessed(String column, String value) {
        assertThat(problems(calls, Map.of("内容", "坏了", column, value)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.LOST_DIGITS);
                    assertThat(problem.sourceName()).isEqualTo(column);
                    assertThat(problem.toString()).doesNotContain(value);
                });
    }

    @Test
    void every_problem_of_a_source_is_reported_at_once() {
        assertThat(problems(calls, Map.of("email", "li at example", "来电时间", "3 o'clock", "客户姓名", "李".repeat(201))))
                .extracting(FieldProblem::code)
                .containsExactly(Code.TOO_LONG, Code.NOT_AN_EMAIL, Code.REQUIRED, Code.NOT_A_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 10:00:00", "03/01/2026", "1772328600", "2026-3-1T", "20260301"})
    void a_time_in_a_form_that_the_mapping_does_not_name_is_a_problem(String time) {
        assertThat(problems(calls, Map.of("内容", "坏了", "来电时间", time)))
                .extracting(FieldProblem::code)
                .containsExactly(Code.NOT_A_TIME);
    }

    @Test
    void words_for_nothing_are_no_values() {
        MappedFields fields = fields(calls, Map.of("内容", "坏了", "email", "无", "订单号", "N/A"));
        assertThat(fields.customer().emails()).isEmpty();
        assertThat(fields.product().orderNo()).isNull();
    }

    @Test
    void a_channel_can_stand_in_another_zone_than_its_mapping() {
        var row = Map.of("内容", List.of("x"), "来电时间", List.of("2026-03-01 09:30:00"));
        assertThat(((MappedFields) calls.in(ZoneId.of("America/Los_Angeles")).apply(row)).occurredAt())
                .isEqualTo(Instant.parse("2026-03-01T17:30:00Z"));
    }

    @Test
    void columns_can_be_mapped_by_number() {
        Mapping asterisk = Mapping.read(Path.of("config/mappings/asterisk-cdr.yaml"));
        var row = new LinkedHashMap<String, List<String>>();
        for (int i = 1; i <= 18; i++) {
            row.put(String.valueOf(i), List.of(i == 10 ? "2026-03-01 09:30:00" : i == 2 ? "13800138000" : "v" + i));
        }
        MappedFields fields = (MappedFields) asterisk.apply(row);
        assertThat(fields.text()).isEqualTo("v18");
        assertThat(fields.sourceKey()).isEqualTo("v17");
        assertThat(fields.customer().phones()).containsExactly("+8613800138000");
    }

    @Test
    void epoch_time_is_read_in_the_named_unit_and_zero_is_never() throws IOException {
        Mapping millis = mapping("""
                fields: {complaint.text: t, complaint.occurredAt: at}
                dates: {patterns: [epoch-ms]}
                """);
        assertThat(fields(millis, Map.of("at", "1772328600000")).occurredAt())
                .isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
        assertThat(fields(millis, Map.of("at", "0")).occurredAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "42059.48, 2015-02-24T03:31:12Z",
        "46204.586909722, 2026-07-01T06:05:09Z",
        "'46204,5', 2026-07-01T04:00:00Z",
        "46204, 2026-06-30T16:00:00Z",
        "46204.99999999, 2026-07-01T16:00:00Z",
        "18264, 1949-12-31T16:00:00Z"
    })
    void the_serial_number_of_a_spreadsheet_is_a_time_where_the_mapping_says_so(String written, Instant time)
            throws IOException {
        Mapping excel = mapping("""
                fields: {complaint.text: t, complaint.occurredAt: at, product.purchasedOn: bought}
                dates: {patterns: ["yyyy-MM-dd HH:mm", excel], zone: Asia/Shanghai}
                """);
        assertThat(fields(excel, Map.of("at", written)).occurredAt()).isEqualTo(time);
        assertThat(fields(excel, Map.of("bought", written)).product().purchasedOn())
                .isEqualTo(LocalDate.ofInstant(time, ZoneId.of("Asia/Shanghai")));
        assertThat(fields(excel, Map.of("at", "2026-03-01 09:30")).occurredAt())
                .isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "7", "18263", "73051", "1772328600", "46204.5.1", "46204:30", "-46204"})
    void a_number_that_can_be_no_day_of_our_time_is_no_time(String written) throws IOException {
        Mapping excel = mapping("""
                fields: {complaint.text: t, complaint.occurredAt: at}
                dates: {patterns: [excel], zone: Asia/Shanghai}
                """);
        assertThat(problems(excel, Map.of("at", written)))
                .extracting(FieldProblem::code)
                .containsExactly(Code.NOT_A_TIME);
    }

    @Test
    void a_phone_without_digits_is_a_problem_in_a_column_and_kept_in_a_form() {
        var source = Map.of("内容", List.of("坏了"), "电话", List.of("Bob Miller"));
        assertThat(((FieldProblems) calls.applyToRow(source)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_A_NUMBER));
        assertThat(((MappedFields) calls.apply(source)).customer().phones()).containsExactly("Bob Miller");
        assertThat(((MappedFields) calls.applyToRow(
                                Map.of("内容", List.of("坏了"), "电话", List.of("Anonymous"), "手机", List.of("分机8001"))))
                        .customer()
                        .phones())
                .containsExactly("分机8001");
    }

    @Test
    void hints_are_given_in_the_words_of_the_mapping() throws IOException {
        Mapping history = Mapping.read(Path.of("config/mappings/closed-complaints.yaml"));
        var hints = fields(
                        history,
                        Map.of(
                                "complaint", "x",
                                "case number", "1",
                                "status", " Resolved ",
                                "category", "物流",
                                "priority", "High",
                                "closed at", "2024-05-03 17:30:00"))
                .hints();
        assertThat(hints.isHistory()).isTrue();
        assertThat(hints.category()).isEqualTo("logistics");
        assertThat(hints.priority()).isEqualTo("urgent");
        assertThat(hints.closedAt()).isEqualTo("2024-05-03T09:30:00Z");
        assertThat(fields(calls, Map.of("内容", "x")).hints().isHistory()).isFalse();
    }

    @Test
    void one_of_two_fields_can_be_required() throws IOException {
        Mapping either = mapping("""
                fields: {customer.phone: phone, customer.email: email}
                required: [customer.phone | customer.email]
                """);
        assertThat(fields(either, Map.of("email", "Li@Example.com")).customer().emails())
                .containsExactly("li@example.com");
        assertThat(problems(either, Map.of("phone", ""))).singleElement().satisfies(problem -> assertThat(
                        problem.canonicalField())
                .isEqualTo("customer.phone | customer.email"));
    }

    @Test
    void control_characters_and_halves_of_characters_are_left_out() {
        assertThat(fields(calls, Map.of("内容", "坏\u0000了\uD800\r\n😀\u0007")).text())
                .isEqualTo("坏了\n😀");
    }

    @Test
    void a_header_without_a_required_column_is_named_with_the_columns_that_it_has() {
        assertThat(calls.missingIn(List.of("姓名", "电话")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("姓名, 电话"));
        assertThat(calls.missingIn(List.of("电话", "投诉内容 "))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            fields: {customer.fone: a}                                              # 1 # did you mean 'customer.phone'?
            fields: {phone: a}                                                      # 1 # did you mean 'customer.phone'?
            fields: {complaint.text: 0}                                             # 1 # a column's number from 1
            fields: {complaint.text: a}\\nrequired: [complaint.wants]                # 2 # mapped to no source name
            fields: {complaint.text: a}\\nregion: XX                                 # 2 # ISO 3166
            fields: {complaint.occurredAt: a}                                       # 1 # dates.patterns
            fields: {complaint.text: a}\\ndates: {patterns: [YYYY-MM-DD], zone: UTC} # 2 # yyyy year
            fields: {complaint.text: a}\\ndates: {patterns: [yyyy-MM-dd], zone: Asia/Shangai} # 2 # did you mean 'Asia/Shanghai'?
            fields: {complaint.text: a}\\ndates: {patterns: [yyyy-MM-dd]}            # 2 # zone of the source's clock
            fields: {complaint.text: a}\\ndates: {patterns: [epoch-s, epoch-ms]}     # 2 # keep the one
            fields: {complaint.text: a}\\nfile: {charset: GB10830}                   # 2 # charset 'GB10830' is unknown
            fields: {complaint.text: a}\\nfile: {delimiter: semicolon}               # 2 # one character
            fields: {complaint.text: a}\\nfile: {header: maybe}                      # 2 # types
            fields: {complaint.text: a, complaint.closedAt: b}                      # 1 # dates.patterns
            fields: {complaint.text: a}\\ndates: {patterns: [excel]}                # 2 # zone of the source's clock
            fields: {complaint.priority: a}\\nvalues: {complaint.priority: {高: high}} # 2 # normal, urgent, major
            fields: {complaint.status: a}\\nvalues: {complaint.status: {完结: closd}} # 2 # did you mean 'closed'?
            fields: {customer.tier: a}\\nvalues: {customer.tier: {贵宾: gold}}      # 2 # customer.tier gives 'gold', which is none
            fields: {customer.tier: a}\\nvalues: {customer.tier: {贵宾: vpi}}       # 2 # did you mean 'vip'? Known: vip, regular, new
            felds: {complaint.text: a}                                              # 1 # unknown key 'felds'
            """)
    void a_mistake_in_a_mapping_file_is_named_with_its_line_and_remedy(String yaml, int line, String says)
            throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), yaml.replace("\\n", "\n"));
        assertThatThrownBy(() -> Mapping.read(file))
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.line()).isEqualTo(line);
                            assertThat(finding.toString()).contains(says);
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "call-center, 门店, 内容",
        "call-center, Store Name, 内容",
        "complaint-form, store, text",
        "complaint-form, 門市, text",
        "webhook, data.store, data.text"
    })
    void a_form_a_column_or_a_member_can_name_the_store(String name, String store, String text) {
        Mapping mapping = Mapping.read(Path.of("config/mappings", name + ".yaml"));
        MappedFields fields = fields(mapping, Map.of(store, " 南京东路店 ", text, "坏了", "phone", "13800138000"));
        assertThat(fields.product().store()).isEqualTo("南京东路店");
        assertThat(fields.extras()).doesNotContainKey(store);
        assertThat(fields(mapping, Map.of(text, "坏了", "phone", "13800138000"))
                        .product()
                        .store())
                .isNull();
        assertThat(problems(mapping, Map.of(store, "店".repeat(201), text, "坏了", "phone", "13800138000")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.TOO_LONG);
                    assertThat(problem.canonicalField()).isEqualTo("product.store");
                });
    }

    @Test
    void a_stores_number_can_be_given_its_name() throws IOException {
        Mapping numbers = mapping("""
                fields: {product.store: 门店编号}
                values: {product.store: {"021": 南京东路店}}
                """);
        assertThat(fields(numbers, Map.of("门店编号", "021")).product().store()).isEqualTo("南京东路店");
        assertThat(fields(numbers, Map.of("门店编号", "022")).product().store()).isEqualTo("022");
    }

    @Test
    void all_mappings_that_come_with_the_hub_are_valid() {
        Mappings all = Mappings.read(Path.of("config/mappings"));
        assertThat(all.get("complaint-form")).isNotNull();
        assertThatThrownBy(() -> all.get("call-centre")).hasMessageContaining("did you mean 'call-center'?");
    }

    private Mapping mapping(String yaml) throws IOException {
        return Mapping.read(Files.writeString(folder.resolve("m.yaml"), yaml));
    }

    private static MappedFields fields(Mapping mapping, Map<String, String> source) {
        return (MappedFields) mapping.apply(listed(source));
    }

    private static List<FieldProblem> problems(Mapping mapping, Map<String, String> source) {
        return ((FieldProblems) mapping.apply(listed(source))).problems();
    }

    private static Map<String, List<String>> listed(Map<String, String> source) {
        var listed = new LinkedHashMap<String, List<String>>();
        source.forEach((name, value) -> listed.put(name, List.of(value)));
        return listed;
    }
}
