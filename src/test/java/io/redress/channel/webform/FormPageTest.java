package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormProblem;
import io.redress.channel.webform.origin.RequestOrigin;
import io.redress.status.StatusLinks;
import io.redress.status.StatusToken;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPageTest {

    private static final String ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}";

    private final Pages pages = Pages.in(Path.of("config/templates/pages"));
    private final StatusLinks links =
            new StatusLinks(URI.create("https://help.example.com/hub/"), new StatusToken(new byte[32]));
    private final FormGuard guard = FormGuards.usual(pages);
    private final FormPage form = new FormPage(pages, links, guard, Set.of("上海南京路店"));

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void every_field_has_a_label_and_the_page_says_its_language(String language) {
        Document page = document(show(language, null));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]").text())
                    .as(field.id())
                    .isNotBlank();
        }
        for (Element described : page.select("[aria-describedby]")) {
            for (String id : described.attr("aria-describedby").split(" ", -1)) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("input[name=lang]").val()).isEqualTo(language);
        assertThat(page.select("form").attr("action")).isEqualTo("/hub/complaints?lang=" + language);
        assertThat(page.select("input[autocomplete]").eachAttr("autocomplete")).contains("name", "tel", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "en,,en",
        ",zh-TW,zh-Hant",
        ",'zh-HK,zh;q=0.8',zh-Hant",
        ",zh-CN,zh-Hans",
        ",'en-GB,en;q=0.9,zh;q=0.1',en",
        ",'fr-FR, en;q=0.5',en",
        ",,zh-Hans",
        "klingon,en,en",
        ",';;;q=x',zh-Hans"
    })
    void the_chosen_language_comes_before_the_browsers(String chosen, String accepted, String expected) {
        assertThat(show(chosen, accepted).language()).isEqualTo(expected);
    }

    @Test
    void a_page_runs_no_script_and_loads_nothing() {
        PageResponse response = show("en", null);
        Document page = document(response);

        assertThat(page.select("script, link, img, iframe, [style], [onclick], [src]"))
                .isEmpty();
        assertThat(response.policy()).contains("default-src 'none'", "style-src 'sha256-", "form-action 'self'");
        assertThat(response.policy()).doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant"})
    void the_hint_beside_the_photos_says_what_the_channel_takes(String language) {
        var channel = FormChannel.of("c", "/complaints", "m", "UTF-8", "complaint-form", 7_900_000, 4, "image/png");
        var link = new FormLink(language, null, null, null, false);

        Document page = document(form.show(channel, "/complaints/new", link, from(null)));

        assertThat(page.selectFirst("#photos-hint").text()).containsPattern("\\b4 .*7\\.5 MB");
    }

    @Test
    void each_empty_form_has_a_key_of_its_own() {
        var first = document(show("en", null));
        var second = document(show("en", null));

        assertThat(first.select("[name=idempotency_key]").val())
                .hasSize(36)
                .isNotEqualTo(second.select("[name=idempotency_key]").val());
    }

    @Test
    void what_a_customer_wrote_comes_back_as_text_in_every_field() {
        Map<String, List<String>> fields = new TreeMap<>();
        List<String> names = List.of(
                "text",
                "wants",
                "product",
                "order_no",
                "occurred_at",
                "store",
                "name",
                "phone",
                "email",
                "idempotency_key");
        names.forEach(name -> fields.put(name, List.of(ATTACK)));
        var problems = names.stream()
                .map(name -> FormProblem.of(name, "unheard-of", ATTACK, ATTACK))
                .toList();
        var request = FormRequest.of(
                FormChannel.of("c", "/complaints", "m", "UTF-8", "complaint-form", 1, 1, "image/png"),
                Map.of("Accept", "text/html", "lang", "en"),
                "127.0.0.1");

        PageResponse response =
                new FormResponses(pages, links, guard).problems(request, 400, new Form(fields, List.of()), problems);

        Document page = document(response);
        assertThat(page.select("script, img")).isEmpty();
        for (String name : names) {
            Element field = page.select("[name=" + name + "]").first();
            if (!name.equals("wants")) {
                assertThat(field.val()).as(name).isEqualTo(ATTACK);
            }
        }
        assertThat(page.select(".error")).hasSize(names.size() - 1);
        assertThat(page.title()).startsWith("Error");
    }

    @ParameterizedTest
    @CsvSource({
        "上海南京路店,上海南京路店",
        "' 上海南京路店 ',上海南京路店",
        "somewhere else,''",
        "'<b>',''",
    })
    void a_link_may_name_a_store_that_is_known(String named, String shown) {
        Document page = document(show(form, new FormLink("en", null, named, "A-1", false)));

        assertThat(page.select("#store").val()).isEqualTo(shown);
        assertThat(page.select("#order_no").val()).isEqualTo("A-1");
        assertThat(page.select("nav a").eachAttr("href"))
                .allMatch(href -> href.contains("order_no=A-1&lang="))
                .allMatch(href -> href.contains("store=") != shown.isEmpty());
    }

    @Test
    void where_no_stores_are_known_any_may_be_named_as_text_of_one_line() {
        var open = new FormPage(pages, links, guard, Set.of());

        assertThat(document(show(open, new FormLink("en", null, "A & \"B\" <i>", null, false)))
                        .select("#store")
                        .val())
                .isEqualTo("A & \"B\" <i>");
        for (String bad : List.of("x".repeat(201), "two\nlines", " ", "\u0000")) {
            assertThat(document(show(open, new FormLink("en", null, bad, bad, false)))
                            .select("#store, #order_no")
                            .eachAttr("value"))
                    .containsOnly("");
        }
    }

    @Test
    void only_a_page_of_a_named_site_can_read_the_form() {
        var channel = FormChannel.of(
                "c", "/c", "m", "UTF-8", "complaint-form", 1000, 2, "image/png", "", "https://shop.example.com");
        var link = new FormLink("en", null, null, null, false);

        assertThat(form.show(channel, "/forms/c", link, from("https://shop.example.com"))
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", "https://shop.example.com")
                .containsEntry("Vary", "Origin, Accept, Accept-Language");
        assertThat(form.show(channel, "/forms/c", link, from("https://evil.example.com"))
                        .headers())
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Vary", "Origin, Accept, Accept-Language");
        assertThat(document(form.show(channel, "/forms/c", link, from("null")))
                        .select("input[type=file]")
                        .first()
                        .dataset())
                .containsEntry("bytes", "1000")
                .containsEntry("files", "2")
                .containsEntry("types", "image/png");
    }

    private PageResponse show(String lang, String acceptLanguage) {
        return show(form, new FormLink(lang, acceptLanguage, null, null, false));
    }

    private static PageResponse show(FormPage form, FormLink link) {
        var channel = FormChannel.of("c", "/complaints", "m", "UTF-8", "complaint-form", 1, 1, "image/png");
        return form.show(channel, "/complaints/new", link, from(null));
    }

    private static RequestOrigin from(String origin) {
        return new RequestOrigin(origin, false, false);
    }

    private static Document document(PageResponse response) {
        return Jsoup.parse(new String(response.content(), StandardCharsets.UTF_8));
    }
}
