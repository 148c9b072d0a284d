package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The script for pages of other sites, and the page from which it takes the form, over real HTTP. */
@WebFormHubTest
class FormScriptTest {

    private static final int MOST_BYTES = 15_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void it_is_small_may_be_kept_and_is_sent_once() throws Exception {
        var first = get("/forms/complaint-form/form.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var again = get("/forms/shop-form/form.js", "If-None-Match", tag);
        var changed = get("/forms/shop-form/form.js", "If-None-Match", "\"another\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BYTES);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(first.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void it_does_nothing_that_a_strict_policy_refuses() throws Exception {
        String script = get("/forms/complaint-form/form.js").body();

        assertThat(script)
                .doesNotContainPattern("eval|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write");
        assertThat(script).doesNotContainPattern("setAttribute\\(\"style\"|\\.style\\.|cssText|setTimeout\\(\"");
        assertThat(script).doesNotContain("http://", "https://", "withCredentials", "localStorage", "cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/forms/nobody", "/forms/returns-form", "/forms/nobody/form.js", "/forms/returns-form/form.js"})
    void a_form_that_does_not_run_or_has_no_page_is_not_found(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_that_it_reads_is_that_of_its_channel_with_what_the_script_tag_says() throws Exception {
        var answer = get(
                "/forms/shop-form?lang=zh-Hant&store=%E5%8F%B0%E5%8C%97%E5%BA%97&order_no=A-1",
                "Origin", "https://shop.example.com");
        var form = Jsoup.parse(answer.body()).selectFirst("form");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example.com");
        assertThat(form.attr("action")).isEqualTo("/shop?lang=zh-Hant");
        assertThat(form.select("#store").val()).isEqualTo("台北店");
        assertThat(form.select("#order_no").val()).isEqualTo("A-1");
        assertThat(Jsoup.parse(answer.body()).select("style")).hasSize(1);
        assertThat(Jsoup.parse(get("/forms/shop-form?bare=true").body()).select("style, script, [style]"))
                .as("another site's policy would report them")
                .isEmpty();
        assertThat(form.dataset()).containsEntry("lang", "zh-Hant").containsEntry("sending", "正在提交……");
    }

    @Test
    void the_shipped_form_keeps_its_short_address() throws Exception {
        var answer = get("/complaints/new?lang=en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).selectFirst("form").attr("action"))
                .isEqualTo("/complaints?lang=en");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
