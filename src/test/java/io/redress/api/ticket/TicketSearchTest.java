package io.redress.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSearchTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-10T08:00:00Z");
    private static final String ZHANG = "R-260710-ZHANG0";
    private static final String SMITH = "R-260710-SM1TH0";

    private static boolean filled;

    @BeforeEach
    void fill() {
        if (!filled) {
            filled = true;
            rows.ticket(ZHANG, "searched", JULY, "张伟", "because");
            rows.change(
                    ZHANG,
                    "{customer,phones}",
                    "[\"+8613800138000\", \"+862155551234;ext=12\"]",
                    "{customer,emails}",
                    "[\"zhang@example.com\"]",
                    "{product,orderNo}",
                    "\"TB-20260701a\"",
                    "{complaint,subject}",
                    "\"严重色差\"",
                    "{complaint,text}",
                    "\"客厅的地砖与样品严重不符, 100% 色差\"");
            rows.ticket(SMITH, "searched", JULY, "Smith_1", "because");
            rows.change(
                    SMITH,
                    "{customer,phones}",
                    "[\"+442071838750\", \"8001\"]",
                    "{complaint,subject}",
                    "\"Doors\"",
                    "{complaint,text}",
                    "\"Both doors are scratched, and the delivery was late\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+86 138 0013 8000",
                "+8613800138000",
                "008613800138000",
                "(86) 138 0013 8000",
                "021-55551234",
                "+86 21 5555 1234",
                "021 5555 1234 转 12"
            })
    void a_phone_is_found_in_any_spelling(String phone) throws Exception {
        assertThat(found("phone", phone)).containsExactly(ZHANG);
        assertThat(found("q", phone)).containsExactly(ZHANG);
    }

    @Test
    void digits_in_a_row_find_a_phone_by_q_and_none_by_phone() throws Exception {
        assertThat(found("q", "0138000")).containsExactly(ZHANG);
        assertThat(found("q", "138 0013")).containsExactly(ZHANG);
        assertThat(found("phone", "0138000")).isEmpty();
        assertThat(found("phone", "8001")).containsExactly(SMITH);
        assertThat(found("phone", "+44 20 7183 8750")).containsExactly(SMITH);
    }

    @Test
    void mail_and_order_are_found_whole_and_in_any_case() throws Exception {
        assertThat(found("mail", "Zhang@Example.com")).containsExactly(ZHANG);
        assertThat(found("mail", "hang@example.com")).isEmpty();
        assertThat(found("order", "tb-20260701A")).containsExactly(ZHANG);
        assertThat(found("order", "20260701")).isEmpty();
        assertThat(found("q", "20260701a")).containsExactly(ZHANG);
    }

    @Test
    void words_are_found_in_subject_and_text_in_any_order_in_chinese_and_english() throws Exception {
        for (String text : List.of("色差", "地砖", "样品 色差", "色差　地砖", "100%")) {
            assertThat(found("text", text)).as(text).containsExactly(ZHANG);
        }
        for (String text : List.of("door", "DOORS", "late scratched", "scratched  doors")) {
            assertThat(found("text", text)).as(text).containsExactly(SMITH);
        }
        for (String text : List.of("张伟", "Smith", "地砖 doors", "1000%", "zhang@example.com")) {
            assertThat(found("text", text)).as(text).isEmpty();
        }
    }

    @Test
    void q_looks_everywhere() throws Exception {
        assertThat(found("q", "张伟")).containsExactly(ZHANG);
        assertThat(found("q", "张伟 色差")).containsExactly(ZHANG);
        assertThat(found("q", "zhang@example")).containsExactly(ZHANG);
        assertThat(found("q", "sm1th0")).containsExactly(SMITH);
        assertThat(found("q", "smith_1")).containsExactly(SMITH);
        assertThat(found("q", "smith%")).isEmpty();
        assertThat(found("q", "张伟 doors")).isEmpty();
    }

    @Test
    void filters_narrow_each_other() throws Exception {
        assertThat(numbers("/api/tickets?channel=searched&phone=13800138000&text=" + word("色差") + "&status=received"))
                .containsExactly(ZHANG);
        assertThat(numbers("/api/tickets?channel=searched&phone=13800138000&text=door"))
                .isEmpty();
        assertThat(numbers("/api/tickets?channel=searched&q=13800138000&to=2026-07-10"))
                .isEmpty();
    }

    private List<String> found(String parameter, String value) throws Exception {
        return numbers("/api/tickets?channel=searched&" + parameter + "=" + word(value));
    }

    private List<String> numbers(String path) throws Exception {
        return read(get(path)).path("items").findValuesAsText("number");
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
