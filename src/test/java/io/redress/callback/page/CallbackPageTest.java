package io.redress.callback.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallSlot;
import io.redress.callback.CallbackBookings;
import io.redress.status.CustomerView;
import io.redress.status.StatusAccess;
import io.redress.status.StatusLinkStates;
import io.redress.status.StatusLinks;
import io.redress.status.StatusToken;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackPageTest {

    private static final String NUMBER = "R-261122-7K3M9Q";
    private static final String FIRST = "R-261120-AAAAAA";
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    private final StatusToken tokens = new StatusToken(new byte[32]);
    private final Shop shop = new Shop();
    private final CallbackPage page = new CallbackPage(
            Pages.in(Path.of("config/templates/pages")),
            new StatusAccess(tokens, number -> new StatusLinkStates.LinkState(0, true)),
            new StatusLinks(URI.create("https://help.example.com/shop"), tokens),
            number -> Optional.of(new CustomerView(
                    number.equals(NUMBER) ? FIRST : number,
                    MONDAY,
                    CustomerView.State.SOLVED,
                    Map.of(),
                    null,
                    List.of())),
            shop,
            ZoneId.of("Asia/Shanghai"));

    /** Bookings of one ticket. */
    private static final class Shop implements CallbackBookings {

        @Nullable
        Offer offer = new Offer("•••••••••••000", null, List.of(slot(0), slot(1), slot(48)));

        Booked answer = Booked.DONE;
        final List<String> booked = new ArrayList<>();

        @Override
        public Optional<Offer> offer(String number, int most) {
            return Optional.ofNullable(offer);
        }

        @Override
        public Booked book(String number, Instant slot, @Nullable String phone) {
            booked.add(number + " " + slot + " " + phone);
            return answer;
        }

        private static CallSlot slot(int halfHours) {
            Instant from = MONDAY.plus(Duration.ofMinutes(30L * halfHours));
            return new CallSlot(from, from.plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void free_slots_are_shown_by_day_in_the_shop_s_zone_which_is_named() {
        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), "en", null));

        assertThat(shown.select("legend").eachText())
                .containsExactly("Monday, 23 November 2026", "Tuesday, 24 November 2026");
        assertThat(shown.select("label.slot").eachText()).containsExactly("10:00–10:30", "10:30–11:00", "10:00–10:30");
        assertThat(shown.text()).contains("China Time");
    }

    @Test
    void only_the_end_of_the_phone_number_is_shown() {
        Element phone =
                document(page.show(NUMBER, tokens.of(NUMBER), "en", null)).selectFirst("#phone");

        assertThat(phone.val()).isEqualTo("•••••••••••000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void the_page_is_accessible_needs_no_script_and_has_no_empty_words(String language) {
        shop.offer = new CallbackBookings.Offer("•••000", Shop.slot(0), List.of(Shop.slot(1)));
        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), language, null));

        assertThat(shown.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(shown.select("script, link, img")).isEmpty();
        assertThat(shown.select("h1")).hasSize(1);
        assertThat(shown.select("meta[name=viewport]")).hasSize(1);
        shown.select("input").forEach(input -> assertThat(input.parent().is("label")
                        || !shown.select("label[for=" + input.id() + "]").isEmpty())
                .as("label of " + input)
                .isTrue());
        assertThat(shown.select("fieldset").size())
                .isEqualTo(shown.select("legend").size());
        assertThat(shown.selectFirst(".note").text()).contains("2026");
    }

    @Test
    void a_choice_is_booked_for_the_first_ticket_and_then_shown_by_get() {
        PageResponse response = page.book(NUMBER, tokens.of(NUMBER), "en", null, MONDAY.toString(), " 138 0013 8000 ");

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.location())
                .isEqualTo("/shop/tickets/" + NUMBER + "/callback?token=" + tokens.of(NUMBER) + "&lang=en");
        assertThat(shop.booked).containsExactly(FIRST + " " + MONDAY + " 138 0013 8000");
    }

    @Test
    void a_slot_that_filled_up_meanwhile_shows_the_page_again_with_a_message() {
        shop.answer = CallbackBookings.Booked.FULL;
        PageResponse response = page.book(NUMBER, tokens.of(NUMBER), "en", null, MONDAY.toString(), null);

        assertThat(response.status()).isEqualTo(409);
        assertThat(document(response).selectFirst("[role=alert]").text()).contains("no longer free");
        assertThat(document(response).select("label.slot")).isNotEmpty();
    }

    @Test
    void a_bad_phone_number_is_marked_at_its_field() {
        shop.answer = CallbackBookings.Booked.BAD_PHONE;
        Document shown = document(page.book(NUMBER, tokens.of(NUMBER), "en", null, MONDAY.toString(), "12"));

        assertThat(shown.selectFirst("#phone").attr("aria-invalid")).isEqualTo("true");
        assertThat(shown.selectFirst("[role=alert] a").attr("href")).isEqualTo("#phone");
    }

    @ParameterizedTest
    @CsvSource({"en,ordinary numbers", "zh-Hans,普通电话", "zh-Hant,普通電話"})
    void a_number_that_is_not_called_is_refused_with_the_reason(String language, String words) {
        shop.answer = CallbackBookings.Booked.NOT_CALLED;
        PageResponse response =
                page.book(NUMBER, tokens.of(NUMBER), language, null, MONDAY.toString(), "+44 900 123 4567");

        assertThat(response.status()).isEqualTo(400);
        assertThat(document(response).selectFirst("[role=alert] a[href=#phone]").text())
                .contains(words);
        assertThat(document(response).selectFirst("#phone").attr("aria-invalid"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({",", "tomorrow", "<script>"})
    void a_choice_that_is_none_books_nothing(@Nullable String slot) {
        PageResponse response = page.book(NUMBER, tokens.of(NUMBER), "en", null, slot, null);

        assertThat(response.status()).isEqualTo(400);
        assertThat(shop.booked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"R-261122-7K3M9Q,wrong", "R-261122-7K3M9Q,", "nonsense,wrong", "<script>,<script>"})
    void without_the_right_token_nothing_is_shown_and_nothing_booked(String number, @Nullable String token) {
        byte[] unknown = page.show("R-261122-ZZZZZZ", "x", "en", null).content();

        assertThat(page.show(number, token, "en", null).content()).isEqualTo(unknown);
        assertThat(page.book(number, token, "en", null, MONDAY.toString(), null).content())
                .isEqualTo(unknown);
        assertThat(page.show(number, tokens.of("R-261122-AAAAAA"), "en", null).status())
                .isEqualTo(404);
        assertThat(shop.booked).isEmpty();
    }

    @Test
    void a_ticket_that_is_still_on_its_way_asks_for_patience() {
        shop.offer = null;
        Document shown = document(page.show(NUMBER, tokens.of(NUMBER), "en", null));

        assertThat(shown.text()).contains("still on its way");
        assertThat(shown.select("form")).isEmpty();
    }

    private static Document document(PageResponse response) {
        return Jsoup.parse(new String(response.content(), StandardCharsets.UTF_8));
    }
}
