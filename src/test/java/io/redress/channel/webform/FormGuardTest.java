package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.mapping.Mappings;
import io.redress.web.PageResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormGuardTest {

    private static final String SHIPPED = "honeypot, filling-time, captcha, consent";

    private final FormFixture kit = new FormFixture(SHIPPED);

    @Test
    void a_person_who_fills_the_page_in_is_taken_in() {
        var page = kit.open();
        kit.clock.pass(Duration.ofSeconds(40));
        assertThat(kit.send(kit.filled(page))).isInstanceOfSatisfying(RawMessage.class, message -> {
            assertThat(message.attributes()).doesNotContainKeys(RawMessage.SUSPECTED, RawMessage.UNCHECKED);
            assertThat(message.attribute(RawMessage.SOURCE))
                    .doesNotContain("203.0.113.7")
                    .matches("[0-9a-f]{32}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "http://spam.example",
                "<a href=//spam.example>",
                "0",
                "false",
                "li@example.com",
                "😀",
                "a\nb",
                ".",
                "13800138000",
                "no",
                "null"
            })
    void a_filled_honeypot_looks_accepted_and_opens_no_ticket_until_it_is_replayed(String bait) {
        var page = kit.open();
        kit.clock.pass(Duration.ofSeconds(40));
        var fields = kit.filled(page);
        fields.put("extra_remarks", bait);

        var message = (RawMessage) kit.send(fields);

        assertThat(read(message)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.INVALID);
            assertThat(refusal.reason())
                    .contains("extra_remarks", "replay")
                    .doesNotContain(bait.length() > 3 ? bait : "\0");
        });
        assertThat(message.original().size()).isPositive();
        assertThat(read(message.trusted())).isNotInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_filled_honeypot_gets_the_very_answer_of_a_form_that_counts(boolean html) {
        var honest = kit.filled(kit.open());
        var baited = kit.filled(kit.open());
        kit.clock.pass(Duration.ofSeconds(40));
        baited.put("extra_remarks", "x");
        baited.put("text", "Another fridge");

        PageResponse taken = kit.accepted(html, (RawMessage) kit.send(honest));
        PageResponse fooled = kit.accepted(html, (RawMessage) kit.send(baited));

        assertThat(fooled.status()).isEqualTo(taken.status());
        assertThat(fooled.contentType()).isEqualTo(taken.contentType());
        assertThat(shape(fooled.location())).isEqualTo(shape(taken.location()));
        assertThat(shape(new String(fooled.content(), StandardCharsets.UTF_8)))
                .isEqualTo(shape(new String(taken.content(), StandardCharsets.UTF_8)));
        assertThat(fooled.retryAfter()).isEqualTo(taken.retryAfter());
    }

    /** Numbers and tokens, which differ from form to form, by their form alone. */
    private static @Nullable String shape(@Nullable String said) {
        return said == null
                ? null
                : said.replaceAll("R-\\d{6}-[0-9A-Z]{6}", "R").replaceAll("token=[A-Za-z0-9_-]{20,}", "token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n", "   \r\n "})
    void an_empty_honeypot_says_nothing(String blank) {
        var fields = kit.filled(kit.open());
        kit.clock.pass(Duration.ofSeconds(40));
        fields.put("extra_remarks", blank);
        assertThat(read((RawMessage) kit.send(fields))).isNotInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 100, 500, 999, 1000, 1500, 2000, 2500, 2999})
    void who_is_too_fast_gets_the_page_again_with_all_that_was_written_and_sends_it_once_more(long millis) {
        var fields = kit.filled(kit.open());
        fields.put("product", "冰箱 \"X\" <b>");
        kit.clock.pass(Duration.ofMillis(millis));

        var refused = (PageResponse) kit.send(fields);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(FormFixture.document(refused).select("[role=alert]").text()).contains("very fast");
        var again = FormFixture.fields(refused);
        assertThat(again).containsAllEntriesOf(fields);
        kit.clock.pass(Duration.ofMillis(3000 - millis));
        assertThat(kit.send(again)).isInstanceOf(RawMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "x",
                "1764316800000",
                "1764316800000.",
                ".0123456789abcdef0123456789abcdef",
                "1764316800000.0123456789abcdef0123456789abcdef",
                "-1764316800000.0123456789abcdef0123456789abcdef",
                "99999999999999999999.0123456789abcdef0123456789abcdef",
                "1764316800000.0123456789ABCDEF0123456789ABCDEF",
                "1764316800000.0123456789abcdef0123456789abcdef\n",
                "NaN.0123456789abcdef0123456789abcdef",
                "１７６４３１６８０００００.0123456789abcdef0123456789abcdef"
            })
    void a_forged_stamp_is_given_back_with_a_new_page(String forged) {
        var fields = kit.filled(kit.open());
        fields.put("page_stamp", forged);
        kit.clock.pass(Duration.ofMinutes(1));
        givenBack(fields);
    }

    @ParameterizedTest
    @CsvSource({"-1000", "1000", "-60000", "3600000", "-86400000", "1", "-1", "5000", "-5000", "100000", "-100000"})
    void a_stamp_with_another_time_is_forged(long shift) {
        var fields = kit.filled(kit.open());
        String[] parts = fields.get("page_stamp").split("\\.");
        fields.put("page_stamp", (Long.parseLong(parts[0]) + shift) + "." + parts[1]);
        kit.clock.pass(Duration.ofMinutes(1));
        givenBack(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another",
                "b7d1f8a2-0000-4000-8000-000000000000",
                "1",
                "%",
                "key'--",
                "K",
                "k.k",
                "xxxxx",
                "~",
                "!",
                "a@b",
                "#"
            })
    void a_stamp_serves_one_form_only(String otherKey) {
        var fields = kit.filled(kit.open());
        kit.clock.pass(Duration.ofMinutes(1));
        assertThat(kit.send(fields)).isInstanceOf(RawMessage.class);

        var other = new LinkedHashMap<>(fields);
        other.put("idempotency_key", otherKey);
        other.put("text", "Buy pills");
        givenBack(other);

        assertThat(kit.send(fields, "203.0.113.7", Map.of("Idempotency-Key", otherKey)))
                .isInstanceOfSatisfying(PageResponse.class, response -> assertThat(response.status())
                        .isEqualTo(400));

        var same = new LinkedHashMap<>(fields);
        same.put("text", "Buy pills");
        assertThat(kit.send(same)).isInstanceOfSatisfying(PageResponse.class, response -> assertThat(response.status())
                .isEqualTo(422));
    }

    @Test
    void a_stamp_of_another_form_counts_for_nothing() {
        var stamps = new SignedPageStamps(FormGuards.SIGNATURES, kit.clock, Duration.ZERO, Duration.ofDays(1));
        var fields = kit.filled(kit.open());
        fields.put("page_stamp", stamps.now("/returns", fields.get("idempotency_key")));
        kit.clock.pass(Duration.ofMinutes(1));
        givenBack(fields);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 48, 24 * 30})
    void a_page_that_lay_open_too_long_is_given_back_and_can_be_sent(int hours) {
        var fields = kit.filled(kit.open());
        kit.clock.pass(Duration.ofHours(hours));
        var again = givenBack(fields);
        kit.clock.pass(Duration.ofSeconds(4));
        assertThat(kit.send(again)).isInstanceOf(RawMessage.class);
    }

    @Test
    void the_back_button_and_a_second_send_make_no_second_complaint() {
        var fields = kit.filled(kit.open());
        kit.clock.pass(Duration.ofMinutes(1));
        var first = (RawMessage) kit.send(fields);
        kit.clock.pass(Duration.ofHours(2));
        var again = new LinkedHashMap<>(fields);
        again.put("cf-turnstile-response", "another token each time");
        assertThat(((RawMessage) kit.send(again)).number()).isEqualTo(first.number());
    }

    @Test
    void a_program_needs_no_page_unless_the_channel_says_so() {
        String json = "{\"text\":\"broken\",\"phone\":\"13800138000\"}";
        Map<String, String> accept = Map.of("Accept", "application/json");
        assertThat(kit.send(json, "application/json", "203.0.113.7", accept)).isInstanceOf(RawMessage.class);

        var strict = new FormFixture("from-page");
        assertThat(strict.send(json, "application/json", "203.0.113.7", accept))
                .isInstanceOfSatisfying(PageResponse.class, response -> {
                    assertThat(response.status()).isEqualTo(400);
                    assertThat(new String(response.content(), java.nio.charset.StandardCharsets.UTF_8))
                            .contains("\"field\":\"page_stamp\"");
                });
    }

    @Test
    void a_channel_without_checks_takes_what_it_took() {
        var free = new FormFixture("");
        var fields = free.filled(free.open());
        fields.put("extra_remarks", "x");
        fields.put("page_stamp", "x");
        assertThat(read((RawMessage) free.send(fields))).isNotInstanceOf(Refusal.class);
    }

    @Test
    void an_unknown_check_is_named_with_those_that_there_are() {
        assertThat(FormCheck.in(" honeypot ,, consent")).isEqualTo(Set.of(FormCheck.HONEYPOT, FormCheck.CONSENT));
        assertThatThrownBy(() -> FormCheck.in("honey-pot"))
                .hasMessageContaining("'honey-pot'")
                .hasMessageContaining("filling-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no", "false", "0", "off", "maybe", "yes!", "0123456789abcde", "0123456789ABCDEF"})
    void without_the_tick_a_form_that_needs_consent_is_given_back_naming_the_field(String value) {
        var asking = new FormFixture(SHIPPED, true, null, null);
        var fields = asking.filled(asking.open());
        fields.put("consent", value);
        asking.clock.pass(Duration.ofMinutes(1));

        var refused = (PageResponse) asking.send(fields);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(FormFixture.document(refused).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#consent");
        assertThat(FormFixture.document(refused).getElementById("text").wholeText())
                .isEqualTo(fields.get("text"));
    }

    @Test
    void the_text_that_was_shown_is_kept_with_the_item() {
        var asking = new FormFixture(SHIPPED, true, null, null);
        var page = asking.open();
        String version = FormFixture.document(page).getElementById("consent").val();
        var fields = asking.filled(page);
        asking.clock.pass(Duration.ofMinutes(1));

        fields.put("consent", version);
        assertThat(((RawMessage) asking.send(fields)).attribute(RawMessage.CONSENT))
                .isEqualTo("text en, version " + version);
        fields.put("idempotency_key", "");
        fields.remove("page_stamp");
        fields.put("consent", "0123456789abcdef");
        assertThat(((RawMessage) asking.send(fields)).attribute(RawMessage.CONSENT))
                .isEqualTo("an earlier text, version 0123456789abcdef");
        fields.put("consent", "true");
        assertThat(((RawMessage) asking.send(fields)).attribute(RawMessage.CONSENT))
                .contains("the site that the form stands on");
    }

    @Test
    void each_language_has_a_version_of_its_own_and_the_contact_is_part_of_it() {
        var text = new ConsentText(kit.pages, "a@example.com");
        assertThat(Set.of(text.version("en"), text.version("zh-Hans"), text.version("zh-Hant")))
                .hasSize(3);
        assertThat(new ConsentText(kit.pages, "b@example.com").version("en")).isNotEqualTo(text.version("en"));
    }

    @Test
    void the_mark_of_an_address_is_that_of_its_network_in_ipv6() {
        var marks = new NetworkDigest(FormGuards.SIGNATURES);
        assertThat(marks.of("2001:db8:1:2:3:4:5:6")).isEqualTo(marks.of("2001:db8:1:2::9"));
        assertThat(marks.of("2001:db8:1:3::9")).isNotEqualTo(marks.of("2001:db8:1:2::9"));
        assertThat(marks.of("203.0.113.7")).isNotEqualTo(marks.of("203.0.113.8"));
        assertThat(marks.of("::ffff:203.0.113.7%zz")).hasSize(32);
    }

    private Map<String, String> givenBack(Map<String, String> fields) {
        var refused = (PageResponse) kit.send(fields);
        assertThat(refused.status()).isEqualTo(400);
        var again = FormFixture.fields(refused);
        assertThat(again).containsEntry("text", fields.get("text")).containsEntry("email", fields.get("email"));
        assertThat(again.get("page_stamp")).isNotEqualTo(fields.get("page_stamp"));
        return again;
    }

    private static NormalizationResult read(RawMessage message) {
        return new WebFormNormalizer(Mappings.read(Path.of("config/mappings")), () -> false)
                .read(message, message.original().inline());
    }
}
