package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ConsoleLayoutTest extends ConsoleHub {

    private static final String PATH = "/console/tickets?q=a+b&list=all";

    @Test
    void nobody_comes_in_without_signing_in_which_leads_back_to_the_page() {
        var answer = send(request("/console/tickets"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/console/login?next=%2Fconsole%2Ftickets");
    }

    @Test
    void the_language_is_the_first_of_ours_that_the_browser_accepts() {
        assertThat(language("zh-TW,zh;q=0.9,en;q=0.8")).isEqualTo("zh-CN");
        assertThat(language("fr, en;q=0.5, zh;q=0.3")).isEqualTo("en");
        assertThat(language("fr")).isEqualTo("en");
        assertThat(language("%%")).isEqualTo("en");
    }

    @Test
    void a_chosen_language_is_kept_and_leads_back_to_the_same_page() {
        Document page = page(PATH);
        var switched = answer(page.selectFirst(".languages a").attr("href"), "en");

        assertThat(switched.statusCode()).isEqualTo(303);
        assertThat(switched.headers().firstValue("Location").orElseThrow()).isEqualTo(PATH);
        String cookie = switched.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("redress-language"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        var after = send(browser(PATH).header("Accept-Language", "en").header("Cookie", cookie.split(";")[0]));
        assertThat(Jsoup.parse(after.body()).selectFirst("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void a_page_has_landmarks_labels_and_a_way_past_the_navigation() {
        Document page = page(PATH);

        assertThat(page.select("header, nav[aria-label], main, h1")).hasSizeGreaterThan(3);
        assertThat(page.selectFirst("body > a").attr("href")).isEqualTo("#main");
        assertThat(page.select("input:not([type=hidden]), select, textarea"))
                .allMatch(field ->
                        field.closest("label") != null || page.selectFirst("label[for=" + field.id() + "]") != null);
        assertThat(page.select("nav[aria-label] [aria-current=page]")).isNotEmpty();
    }

    @Test
    void nothing_is_loaded_from_elsewhere_nothing_stands_inline_and_all_that_is_loaded_is_there_and_small()
            throws IOException {
        var answer = answer(PATH, "en");
        Document page = Jsoup.parse(answer.body());
        long bytes = answer.body().length();

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.select("style, [style], [onclick], script:not([src])")).isEmpty();
        for (var loaded : page.select("script, img, link")) {
            String address = loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("href");
            assertThat(address).matches("/(assets|webjars)/.*");
            var asset = send(request(address));
            assertThat(asset.statusCode()).as(address).isEqualTo(200);
            bytes += asset.body().length();
        }
        assertThat(bytes).isLessThan(200_000);
    }

    private String language(String accepted) {
        return Jsoup.parse(answer(PATH, accepted).body()).selectFirst("html").attr("lang");
    }
}
