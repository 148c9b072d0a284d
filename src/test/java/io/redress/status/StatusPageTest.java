package io.redress.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.status.CustomerView.State;
import io.redress.status.CustomerView.Step;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPageTest {

    private static final String NUMBER = "R-261122-7K3M9Q";
    private static final String HTML = "text/html";
    private static final Instant RECEIVED = Instant.parse("2026-11-22T01:30:00Z");

    private final StatusToken tokens = new StatusToken(new byte[32]);
    private StatusLinkStates.LinkState state = new StatusLinkStates.LinkState(0, true);
    private final List<CustomerEntry> messages = new ArrayList<>();
    private final Map<String, CustomerView> views = new HashMap<>();
    private Map<String, Object> limits = Map.of("files", 3, "megabytes", "2.5");
    private final StatusPage page = new StatusPage(
            Pages.in(Path.of("config/templates/pages")),
            new StatusAccess(tokens, number -> state),
            new StatusLinks(URI.create("https://help.example.com"), tokens),
            number -> Optional.ofNullable(views.get(number)),
            number -> messages,
            () -> Optional.ofNullable(limits),
            ZoneId.of("Asia/Shanghai"));

    @Test
    void a_customer_sees_state_category_times_and_the_steps_that_there_are_words_for() {
        views.put(NUMBER, view(State.IN_PROGRESS));

        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), "en", HTML, null, false));

        assertThat(shown.text())
                .contains(NUMBER, "Being worked on", "Damaged in transit", "22 November 2026, 09:30 (GMT+08:00)")
                .contains("We received your complaint.", "<b>new screen</b>")
                .doesNotContain("triaged", "internal");
        assertThat(shown.select("b, script")).isEmpty();
        assertThat(shown.selectFirst("time").attr("datetime")).isEqualTo("2026-11-22T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant"})
    void the_hint_beside_the_photos_says_what_the_form_takes_and_nothing_where_there_is_no_form(String language) {
        views.put(NUMBER, view(State.IN_PROGRESS));
        messages.add(new CustomerEntry(RECEIVED, "It leaks", List.of()));
        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), language, HTML, null, false));
        assertThat(shown.selectFirst("#photos-hint").text()).containsPattern("\\b3 .*2\\.5 MB");

        limits = null;
        assertThat(document(page.show(NUMBER, tokens.of(NUMBER), language, HTML, null, false))
                        .select("#photos-hint"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,true,0,true",
        "0,false,0,false",
        "1,true,0,false",
        "1,true,1,true",
        "1,true,2,false",
        "1,false,1,false",
        "12,true,12,true",
    })
    void a_link_counts_while_its_generation_does_and_else_looks_like_none(
            int generation, boolean open, int ofToken, boolean counts) {
        views.put(NUMBER, view(State.SOLVED));
        state = new StatusLinkStates.LinkState(generation, open);
        PageResponse unknown = page.show("R-261122-ZZZZZZ", "x", "en", HTML, null, false);

        PageResponse response = page.show(NUMBER, tokens.of(NUMBER, ofToken), "en", HTML, null, false);

        assertThat(response.status()).isEqualTo(counts ? 200 : 404);
        assertThat(Arrays.equals(response.content(), unknown.content())).isEqualTo(!counts);
        if (counts) {
            assertThat(document(response).select("a[href*=callback]").attr("href"))
                    .contains("token=" + tokens.of(NUMBER, ofToken));
        }
    }

    @Test
    void a_token_counts_for_its_number_and_generation_alone() {
        String code = tokens.of(NUMBER, 1).substring("1.".length());
        for (String guess : List.of(
                "1." + tokens.of(NUMBER),
                "0." + tokens.of(NUMBER),
                "01." + code,
                "2." + code,
                "-1." + code,
                "1.." + code,
                "9999999999." + code,
                code,
                "1.",
                ".",
                "1." + code + " ",
                tokens.of(NUMBER + "#1"),
                tokens.of("R-261122-AAAAAA"),
                tokens.of("R-261122-AAAAAA", 1),
                "1".repeat(10_000))) {
            assertThat(tokens.generation(NUMBER, guess)).as(guess).isNotEqualTo(Optional.of(1));
        }
        assertThat(tokens.generation(NUMBER, tokens.of(NUMBER, 1))).contains(1);
    }

    @ParameterizedTest
    @CsvSource({
        "R-261122-7K3M9Q,wrong",
        "R-261122-7K3M9Q,",
        "R-261122-7K3M9Q,''",
        "R-261122-AAAAAA,wrong",
        "nonsense,wrong",
        "<script>,<script>"
    })
    void a_wrong_token_and_an_unknown_number_are_answered_alike(String number, String token) {
        views.put(NUMBER, view(State.SOLVED));
        PageResponse unknown = page.show("R-261122-ZZZZZZ", "x", "en", HTML, null, false);

        PageResponse response = page.show(number, token, "en", HTML, null, false);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.content()).isEqualTo(unknown.content());
        assertThat(page.show(number, token, null, "application/json", null, false)
                        .content())
                .isEqualTo(page.show("R-261122-ZZZZZZ", "x", null, "application/json", null, false)
                        .content());
    }

    @Test
    void the_token_of_another_number_opens_nothing() {
        assertThat(page.show(NUMBER, tokens.of("R-261122-AAAAAA"), "en", HTML, null, false)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_number_whose_item_waits_in_the_queue_is_received() {
        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), "zh-Hans", HTML, null, false));

        assertThat(shown.text()).contains("已收到", NUMBER);
    }

    @Test
    void a_number_of_a_repeat_shows_the_first_ticket_and_says_so() {
        String told = "R-261122-AAAAAA";
        views.put(told, view(State.IN_PROGRESS));

        Document shown = document(page.show(told, tokens.of(told), "en", HTML, null, false));

        assertThat(shown.selectFirst(".number").text()).isEqualTo(NUMBER);
        assertThat(shown.text()).contains(told);
    }

    @Test
    void a_number_typed_with_look_alikes_is_understood() {
        views.put("R-261122-001234", view(State.SOLVED));

        assertThat(page.show("r-261122-oo1234", tokens.of("R-261122-001234"), "en", HTML, null, false)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_program_gets_json() {
        views.put(NUMBER, view(State.AWAITING_CUSTOMER));

        PageResponse response = page.show(NUMBER, tokens.of(NUMBER), null, "application/json", null, false);

        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(new String(response.content(), StandardCharsets.UTF_8))
                .contains("\"state\":\"awaiting-customer\"", "\"answerBy\":\"2026-11-23T01:30:00Z\"")
                .doesNotContain("triaged");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_has_words_in_every_language(State state) {
        views.put(NUMBER, view(state));
        for (String language : List.of("zh-Hans", "zh-Hant", "en")) {
            Document shown = document(page.show(NUMBER, tokens.of(NUMBER), language, HTML, null, false));
            assertThat(shown.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(shown.select("dd").first().text()).isNotBlank();
        }
    }

    @Test
    void a_token_is_the_hmac_of_the_number() {
        // RFC 4231, test case 2, HMAC-SHA-256: key "Jefe" (repeated zeros pad a key, so 16 bytes give the same code)
        byte[] key = new byte[16];
        System.arraycopy("Jefe".getBytes(StandardCharsets.US_ASCII), 0, key, 0, 4);

        String token = new StatusToken(key).of("what do ya want for nothing?");

        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static CustomerView view(State state) {
        return new CustomerView(
                NUMBER,
                RECEIVED,
                state,
                Map.of("en", "Damaged in transit", "zh-Hans", "运输损坏", "zh-Hant", "運輸損壞"),
                RECEIVED.plusSeconds(86_400),
                List.of(
                        new Step(RECEIVED, "received", null),
                        new Step(RECEIVED, "triaged", "internal"),
                        new Step(RECEIVED.plusSeconds(3_600), "solved", "<b>new screen</b>")));
    }

    private static Document document(PageResponse response) {
        return Jsoup.parse(new String(response.content(), StandardCharsets.UTF_8));
    }
}
