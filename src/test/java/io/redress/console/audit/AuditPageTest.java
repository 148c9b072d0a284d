package io.redress.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import io.redress.permission.Role;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class AuditPageTest extends ConsoleHub {

    private static final String NUMBER = "R-260701-AXDXT7";

    @Test
    void an_auditor_finds_who_read_the_ticket_of_a_phone_and_who_looked_for_it_and_the_page_tells_nobody_the_phone() {
        rows.ticket(NUMBER, "audited", Instant.parse("2026-07-01T08:00:00Z"), "Li", "because");
        jdbc.sql("update ticket set document = jsonb_set(document, '{customer,phones}', '[\"+8613955507777\"]')"
                        + " where number = ?")
                .param(NUMBER)
                .update();
        var reader = user(Role.AGENT);
        String cookies = signedIn(reader).cookies();
        send(request("/console/tickets/" + NUMBER).header("Cookie", cookies));
        send(request("/console/tickets?q=13955507777").header("Cookie", cookies));

        Document page = audit("?about=139+5550+7777&actor=" + reader.login());

        assertThat(page.select("tr[data-row]")).hasSize(2);
        assertThat(page.select("tr[data-row]").text())
                .contains(reader.login(), "GET /console/tickets/{number}", NUMBER, "mark")
                .doesNotContain("13955507777");
        assertThat(audit("?about=13955507770&actor=" + reader.login()).select("tr[data-row]"))
                .isEmpty();
    }

    @Test
    void what_is_asked_for_stays_in_the_addresses_of_the_next_page_and_of_the_export() {
        String auditor = signedIn(user(Role.AUDITOR)).cookies();
        for (int i = 0; i < 3; i++) {
            send(request("/console/audit?act=tickets.read").header("Cookie", auditor));
        }

        var page = Jsoup.parse(send(request("/console/audit?act=audit.read&outcome=done&size=2")
                        .header("Cookie", auditor)
                        .header("Accept-Language", "en"))
                .body());

        assertThat(page.select("tr[data-row]")).hasSize(2);
        assertThat(page.selectFirst("a[rel=next]").attr("href")).contains("act=audit.read", "outcome=done", "cursor=");
        assertThat(page.selectFirst("select[name=act] option[selected]").val()).isEqualTo("audit.read");
        String export = page.selectFirst("a[download]").attr("href");
        assertThat(export).isEqualTo("/console/audit/export?act=audit.read&outcome=done");
        var file = send(request(export).header("Cookie", auditor));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("audit.csv");
        List<String> lines = file.body().lines().toList();
        int act = List.of(lines.get(0).replace("\"", "").split(",")).indexOf("act");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.replace("\"", "").split(",")[act]).isEqualTo("audit.read"))
                .noneMatch(line -> line.contains("begun"));
    }

    @Test
    void the_page_of_the_log_is_for_auditors_and_its_reading_is_in_the_log() {
        assertThat(send(request("/console/audit")
                                .header("Cookie", signedIn(user(Role.AGENT)).cookies()))
                        .statusCode())
                .isEqualTo(403);
        var auditor = user(Role.AUDITOR);
        String cookies = signedIn(auditor).cookies();
        send(request("/console/audit?about=13955508888").header("Cookie", cookies));

        assertThat(audit("?act=audit.read&actor=" + auditor.login()).select("tr[data-row]"))
                .isNotEmpty();
    }

    private Document audit(String query) {
        String cookies = signedIn(user(Role.AUDITOR)).cookies();
        return Jsoup.parse(
                send(request("/console/audit" + query).header("Cookie", cookies).header("Accept-Language", "en"))
                        .body());
    }
}
