package io.redress.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import io.redress.console.account.Browser;
import io.redress.ledger.search.SearchIndexer;
import io.redress.permission.Role;
import io.redress.user.User;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchPageTest extends ConsoleHub {

    private static boolean filled;

    @Autowired
    SearchIndexer indexer;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        ticket("R-260712-SRPG01", "logistics", "The quagga <b>lamp</b> flickers");
        ticket("R-260712-SRPG02", "finance", "A quagga was charged twice");
        while (indexer.run() > 0) {
            // until no ticket of the other tests waits either
        }
    }

    @Test
    void words_are_found_and_marked_and_nothing_of_a_customer_is_markup() {
        Document page = found(signedIn(user(Role.ADMINISTRATOR)), "quagga");

        assertThat(page.select("tr[data-row] a.number").eachText())
                .containsExactlyInAnyOrder("R-260712-SRPG01", "R-260712-SRPG02");
        assertThat(page.select("mark").eachText()).containsOnly("quagga");
        assertThat(page.select("q b")).isEmpty();
        assertThat(page.selectFirst("#search").val()).isEqualTo("quagga");
    }

    @Test
    void a_whole_number_leads_to_its_ticket() {
        Browser mine = signedIn(user(Role.AGENT));
        mine.get("/console/search");

        HttpResponse<String> answer = mine.post("/console/search", "q", "r260712 srpg01");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/console/tickets/R-260712-SRPG01");
    }

    @Test
    void a_phone_finds_the_person_for_those_who_may_read_persons_only() {
        assertThat(found(signedIn(user(Role.ADMINISTRATOR)), "137 1234 0001")
                        .select(".badge")
                        .eachText())
                .contains("person", "ticket");
        assertThat(found(signedIn(user(Role.AGENT)), "137 1234 0001")
                        .select(".badge")
                        .eachText())
                .contains("ticket")
                .doesNotContain("person");
    }

    @Test
    void who_is_limited_to_a_team_finds_its_tickets_alone() {
        User limited = user(Set.of("logistics"), Role.AGENT);

        assertThat(found(signedIn(limited), "quagga")
                        .select("tr[data-row] a.number")
                        .eachText())
                .containsExactly("R-260712-SRPG01");
        assertThat(found(signedIn(limited), "R-260712-SRPG02").select("tr[data-row]"))
                .isEmpty();
    }

    @Test
    void what_was_typed_stands_in_no_address() {
        Document page = found(signedIn(user(Role.ADMINISTRATOR)), "quagga");

        assertThat(page.select("[href*=quagga], form[action*=quagga]")).isEmpty();
    }

    @Test
    void what_cannot_be_looked_for_is_told() {
        Browser mine = signedIn(user(Role.AGENT));

        assertThat(found(mine, "x").selectFirst(".notice.bad").text()).isEqualTo("Type at least two characters.");
        assertThat(found(mine, "x".repeat(300)).selectFirst(".notice.bad").text())
                .contains("at most 200 characters");
    }

    private static Document found(Browser mine, String typed) {
        mine.get("/console/search");
        return Jsoup.parse(mine.post("/console/search", "q", typed).body());
    }

    private void ticket(String number, String owner, String text) {
        rows.ticket(number, "boxed", Instant.parse("2026-07-12T08:00:00Z"), "Li", "because");
        rows.change(number, "{customer,phones}", "[\"+8613712340001\"]", "{complaint,text}", "\"" + text + "\"");
        jdbc.sql("update ticket set owner = ? where number = ?")
                .params(owner, number)
                .update();
    }
}
