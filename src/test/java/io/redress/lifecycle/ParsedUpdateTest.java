package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParsedUpdateTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void every_member_of_an_update_can_be_given() {
        String all =
                "{\"id\":\"1\",\"ticket\":\"R-1\",\"kind\":\"solved\",\"at\":\"2026-11-23T06:30:00Z\",\"by\":\"crm\","
                        + "\"remedy\":\"r\",\"note\":\"n\",\"reason\":\"w\",\"owner\":\"o\",\"category\":\"c\",\"priority\":\"p\","
                        + "\"reference\":\"f\",\"tell-customer\":true}";
        assertThat(ParsedUpdate.of(all, null, json)).isInstanceOfSatisfying(ParsedUpdate.Read.class, read -> {
            assertThat(read.update().told()).isTrue();
            assertThat(read.update().user()).isNull();
            assertThat(read.update().ticket()).isEqualTo("R-1");
        });
        ParsedUpdate.MEMBERS.forEach(member -> assertThat(all).contains("\"" + member + "\":"));
    }

    @Test
    void the_document_names_the_members_and_no_other() throws IOException {
        String page = Files.readString(Path.of("docs/updates.md"));
        String table = page.substring(page.indexOf("| member |"), page.indexOf("| kind |"));
        List<String> documented = Pattern.compile("(?m)^\\| (`.*?`) \\|")
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
        assertThat(documented).containsExactlyElementsOf(ParsedUpdate.MEMBERS);
        assertThat(page).contains(String.format(Locale.ROOT, "longer than %,d characters", ParsedUpdate.LONGEST));
    }

    @Test
    void a_misspelt_member_is_named_with_its_neighbour() {
        assertThat(reason("{\"id\":\"1\",\"tell_customer\":true}"))
                .startsWith("'tell_customer' is not a member of an update; did you mean 'tell-customer'?");
        assertThat(reason("{\"id\":\"1\",\"Remedy\":\"x\"}")).contains("did you mean 'remedy'?");
        assertThat(reason("{\"colour\":1,\"taste\":2,\"smell\":3}"))
                .startsWith("'colour' is not a member of an update (nor are 2 others); Known: id, ticket, kind");
    }

    @Test
    void who_sent_it_is_nothing_that_a_sender_may_say() {
        assertThat(reason("{\"id\":\"1\",\"user\":\"erp\"}")).contains("'user' is not a member");
    }

    @Test
    void the_reason_never_quotes_a_value() {
        for (String text : List.of(
                "{\"at\":\"13800138000 o'clock\"}",
                "{\"at\":13800138000e99999999999}",
                "{\"remedy\":{\"phone\":\"13800138000\"}}",
                "{\"remedy\":[\"13800138000\"]}",
                "{\"tell-customer\":\"13800138000\"}",
                "{\"id\":13800138000,",
                "13800138000",
                "[13800138000]",
                "{} 13800138000",
                "13800138000 {}")) {
            assertThat(reason(text)).as(text).isNotBlank().doesNotContain("13800138000");
        }
    }

    @Test
    void what_is_empty_no_object_or_too_long_says_so() {
        assertThat(reason("")).isEqualTo("it is empty");
        assertThat(reason(" \n")).isEqualTo("it is empty");
        assertThat(ParsedUpdate.of(null, null, json)).isEqualTo(new ParsedUpdate.Refused("it is empty"));
        assertThat(reason("null")).isEqualTo("it is not a JSON object");
        assertThat(reason("[]")).isEqualTo("it is not a JSON object");
        assertThat(reason("{\"id\":\"" + "x".repeat(ParsedUpdate.LONGEST) + "\"}"))
                .contains("longer than 65536");
        assertThat(reason("{\"id\":")).matches("it is not JSON \\(line 1, column \\d+\\)");
    }

    @Test
    void a_number_in_the_path_counts_whatever_the_body_says() {
        assertThat(ParsedUpdate.of("{\"id\":\"1\",\"ticket\":\"R-2\",\"kind\":\"note\"}", "R-1", json))
                .isInstanceOfSatisfying(
                        ParsedUpdate.Read.class,
                        read -> assertThat(read.update().ticket()).isEqualTo("R-1"));
    }

    private String reason(String text) {
        ParsedUpdate parsed = ParsedUpdate.of(text, null, json);
        assertThat(parsed).as(text).isInstanceOf(ParsedUpdate.Refused.class);
        return ((ParsedUpdate.Refused) parsed).reason();
    }
}
