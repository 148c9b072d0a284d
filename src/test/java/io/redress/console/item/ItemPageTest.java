package io.redress.console.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ItemPageTest extends ConsoleHub {

    @Autowired
    JdbcClient jdbc;

    @Test
    void arrivals_are_listed_by_channel_and_state_with_their_reason() {
        rows.item("console-items", "invalid", "R-260701-TMS001", null, Instant.now(), "nothing in it");
        rows.item("console-items", "bounce", "R-260701-TMS002", null, Instant.now(), "came back");

        Document page = page("/console/items?channel=console-items&state=invalid");

        assertThat(page.select("tr[data-row]")).hasSize(1);
        assertThat(page.selectFirst("tr[data-row]").text()).contains("invalid", "nothing in it");
    }

    @Test
    void an_arrival_is_found_by_what_its_channel_calls_it() {
        UUID item = rows.item("console-keys", "bounce", "R-260701-TMS004", null, Instant.now(), "came back");
        rows.item("console-keys", "bounce", "R-260701-TMS005", null, Instant.now(), "came back");
        jdbc.sql("update item set source_key = '<1@shop.example>' where id = ?")
                .param(item)
                .update();

        Document page = page("/console/items?sourceKey=%3C1@shop.example%3E");

        assertThat(page.select("tr[data-row] a[href=/console/items/" + item + "]"))
                .hasSize(1);
        assertThat(page.select("tr[data-row]")).hasSize(1);
        assertThat(page.selectFirst("input[name=sourceKey]").val()).isEqualTo("<1@shop.example>");
    }

    @Test
    void an_original_is_text_whatever_it_holds() {
        UUID item = rows.item("console-items", "invalid", "R-260701-TMS003", null, Instant.now(), "<i>why</i>");

        Document page = page("/console/items/" + item);

        assertThat(page.selectFirst("pre").text()).isEqualTo("<b>\uFFFDÿ");
        assertThat(page.select("pre b, main i")).isEmpty();
        var download = answer("/console/items/" + item + "/original", "en");
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void an_item_that_there_is_not_is_answered_with_a_page() {
        assertThat(answer("/console/items/" + UUID.randomUUID(), "en").statusCode())
                .isEqualTo(404);
        assertThat(answer("/console/items/nonsense", "en").statusCode()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_seen_has_a_sign_in_its_place() {
        assertThat(OriginalText.of("a\u202eb\u0007\r\n\t😀".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\uFFFDb\uFFFD \n\t😀");
    }
}
