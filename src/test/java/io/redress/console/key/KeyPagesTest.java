package io.redress.console.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeyStore;
import io.redress.apikey.ApiKeyText;
import io.redress.apikey.FileApiKeys;
import io.redress.console.ConsoleHub;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeyPagesTest extends ConsoleHub {

    private static final String PAGE = "/console/keys";

    @Autowired
    ApiKeyStore store;

    @Test
    void a_new_key_is_shown_once_opens_what_it_is_for_and_nothing_after_it_was_withdrawn_with_a_reason() {
        var made = submit(answer(PAGE, "en"), "#make-key", "key", "page-crm", "scopes", "tickets.read");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        String key = Jsoup.parse(made.body()).selectFirst("#key").text();
        assertThat(status(key, "/api/tickets")).isEqualTo(200);
        assertThat(status(key, "/api/keys")).isEqualTo(403);

        var list = answer(PAGE, "en");
        assertThat(list.body()).doesNotContain(key);
        assertThat(row("page-crm", PAGE).text()).contains("tickets.read", "made here", "never");

        String form = "form[action=/console/keys/page-crm/withdraw]";
        assertThat(submit(list, form, "reason", " ").statusCode()).isEqualTo(400);
        assertThat(submit(list, form, "reason", "the <b>CRM</b> was replaced").statusCode())
                .isEqualTo(303);
        assertThat(status(key, "/api/tickets")).isEqualTo(401);
        assertThat(page(PAGE).text()).doesNotContain("page-crm");
        assertThat(row("page-crm", PAGE + "?all=true").text()).contains("the <b>CRM</b> was replaced");
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_what_to_do() {
        var answer = submit(answer(PAGE, "en"), "#make-key", "key", "not a name", "scopes", "tickets.read");

        assertThat(answer.statusCode()).isEqualTo(400);
        var page = Jsoup.parse(answer.body());
        assertThat(page.selectFirst("[role=alert]").text()).contains("was not made", "Give it the name");
        assertThat(page.selectFirst("input[name=key]").val()).isEqualTo("not a name");
        assertThat(page.selectFirst("input[value=tickets.read]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void a_key_that_was_pasted_for_a_name_is_refused_and_the_audit_log_does_not_have_it() {
        String pasted = ApiKeyText.random();
        var answer = submit(answer(PAGE, "en"), "#make-key", "key", pasted, "scopes", "tickets.read");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).selectFirst("[role=alert]").text())
                .contains("withdraw that key");
        assertThat(get("/api/audit?act=keys.manage").body())
                .contains("/console/keys")
                .doesNotContain(pasted);
    }

    @Test
    void a_person_who_may_not_manage_keys_finds_neither_the_link_nor_the_page() {
        String cookies = signedIn(user(Role.AGENT)).cookies();

        assertThat(send(request(PAGE).header("Cookie", cookies)).statusCode()).isEqualTo(403);
        assertThat(send(request("/console/tickets").header("Cookie", cookies)).body())
                .doesNotContain("href=\"/console/keys\"", "href=\"/console/audit\"");
    }

    @Test
    void the_last_use_of_a_key_of_a_file_is_known() {
        var key = new ApiKey("of-file", ApiKeyText.hash("x"), List.of("tickets.read"), TicketScope.ALL, null, null);
        var file = new FileApiKeys(() -> List.of(key), store, Runnable::run);
        Instant first = Instant.parse("2026-07-01T08:00:00Z");

        file.used(key, first);
        file.used(key, first.plusSeconds(59));
        await().untilAsserted(() -> assertThat(store.usesOfFile()).containsEntry("of-file", first));
        file.used(key, first.plusSeconds(90));

        assertThat(store.usesOfFile()).containsEntry("of-file", first.plusSeconds(90));
    }

    private Element row(String name, String path) {
        return page(path).select("tr[data-row]").stream()
                .filter(row -> row.text().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private int status(String key, String path) {
        return send(request(path).header("Authorization", "Bearer " + key)).statusCode();
    }
}
