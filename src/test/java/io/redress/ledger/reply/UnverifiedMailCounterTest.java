package io.redress.ledger.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.reply.MailLimits;
import io.redress.reply.MailLimits.Limit;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UnverifiedMailCounterTest extends OwnDatabase {

    private static final MailLimits LIMITS = new MailLimits(true, 3, 6, 10, 40, 30, Set.of("gmail.com"), 100, 200);

    private final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final List<Limit> heldBack = new ArrayList<>();
    private final UnverifiedMailCounter mails = node(LIMITS);

    private UnverifiedMailCounter node(MailLimits limits) {
        return new UnverifiedMailCounter(jdbc, limits, value -> "mark of " + value, heldBack::add, clock);
    }

    @BeforeEach
    void none() {
        jdbc.sql("delete from unproved_mail").update();
    }

    private static DueOrder order() {
        return new DueOrder(UUID.randomUUID().toString(), "acknowledgement", "R-1", "", "", 1);
    }

    private boolean goes(String recipient, String source) {
        return mails.admit(order(), recipient, source).isEmpty();
    }

    private long gone(
            int many, java.util.function.IntFunction<String> recipient, java.util.function.IntFunction<String> source) {
        return IntStream.range(0, many)
                .filter(i -> goes(recipient.apply(i), source.apply(i)))
                .count();
    }

    @Test
    void of_25_strangers_one_source_reaches_ten_in_an_hour_and_forty_in_a_day() {
        assertThat(gone(25, i -> "s" + i + "@shop" + i + ".example", i -> "one"))
                .isEqualTo(10);
        assertThat(heldBack).hasSize(15).containsOnly(Limit.SOURCE);
        long day = 10;
        for (int hour = 1; hour < 10; hour++) {
            clock.pass(Duration.ofMinutes(61));
            int from = hour * 100;
            day += gone(25, i -> "s" + (from + i) + "@shop" + (from + i) + ".example", i -> "one");
        }
        assertThat(day).isEqualTo(40);
        assertThat(goes("s@another.example", "another")).isTrue();
    }

    @Test
    void of_25_sources_one_recipient_gets_three_in_an_hour_and_six_in_a_day() {
        assertThat(gone(25, i -> "victim@example.com", i -> "source " + i)).isEqualTo(3);
        clock.pass(Duration.ofMinutes(61));
        assertThat(gone(25, i -> "victim@example.com", i -> "source " + i)).isEqualTo(3);
        clock.pass(Duration.ofMinutes(61));
        assertThat(gone(25, i -> "victim@example.com", i -> "source " + i)).isZero();
        assertThat(heldBack).containsOnly(Limit.RECIPIENT);
        clock.pass(Duration.ofHours(25));
        assertThat(goes("victim@example.com", "source")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one+%d@example.com", "ONE+%d@EXAMPLE.com", "one+a+%d@example.com", "one+%d@example.com.",
                "one+%d@ｅｘａｍｐｌｅ.com", "One+.%d@example.com", "one+%d+@Example.Com", "one+-%d@example.com",
                "one+%d=x@example.com", "one+%d@exam\u00ADple.com", "one+%d@example.com ", " one+%d@example.com"
            })
    void plus_parts_and_capitals_make_no_other_mailbox(String pattern) {
        assertThat(gone(12, i -> pattern.formatted(i), i -> "source " + i)).isEqualTo(3);
    }

    @Test
    void dots_make_no_other_mailbox_at_google() {
        List<String> dotted = List.of(
                "onetwo@gmail.com",
                "o.netwo@gmail.com",
                "on.etwo@gmail.com",
                "one.two@gmail.com",
                "onet.wo@gmail.com",
                "onetw.o@gmail.com",
                "o.n.e.t.w.o@gmail.com",
                "one.two@googlemail.com",
                "o.netwo+x@googlemail.com",
                "One.Two@Gmail.com",
                "one..two@gmail.com",
                "onetwo@GOOGLEMAIL.COM");
        assertThat(dotted.stream().filter(address -> goes(address, null)).count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"u%d@example.com", "u%d@mail%d.example.com", "u%d@a.b.example.com", "U%d@EXAMPLE.COM"})
    void a_domain_is_not_flooded_by_its_sub_domains_either(String pattern) {
        assertThat(gone(60, i -> pattern.replace("%d", "" + i), i -> null)).isEqualTo(30);
        assertThat(heldBack).hasSize(30).containsOnly(Limit.DOMAIN);
    }

    @Test
    void a_large_provider_has_a_limit_of_its_own() {
        assertThat(gone(120, i -> "user" + i + "@gmail.com", i -> null)).isEqualTo(100);
    }

    @Test
    void the_day_has_a_limit_whoever_sends_to_whomever_and_it_is_told_once(CapturedOutput output) {
        assertThat(gone(210, i -> "u@d" + i + ".example", i -> "source " + i)).isEqualTo(200);
        assertThat(mails.isUsedUp()).isTrue();
        assertThat(output.getOut().split("redress.mail.unproved.per-day", -1)).hasSize(2);
        clock.pass(Duration.ofHours(25));
        assertThat(mails.isUsedUp()).isFalse();
        assertThat(goes("u@d.example", null)).isTrue();
    }

    @Test
    void what_is_held_back_uses_up_no_other_limit() {
        gone(500, i -> "victim@example.com", i -> "one");
        assertThat(gone(7, i -> "u" + i + "@example.com", i -> "one")).isEqualTo(7);
    }

    @Test
    void a_mail_that_is_tried_again_counts_once_and_still_goes() {
        DueOrder order = order();
        for (int i = 0; i < 20; i++) {
            assertThat(mails.admit(order, "one@example.com", "one")).isEmpty();
        }
        assertThat(goes("one@example.com", "one")).isTrue();
        assertThat(goes("one@example.com", "one")).isTrue();
        assertThat(goes("one@example.com", "one")).isFalse();
    }

    @Test
    void nodes_count_together() {
        var other = node(LIMITS);
        assertThat(goes("one@example.com", "a")).isTrue();
        assertThat(other.admit(order(), "one@example.com", "b")).isEmpty();
        assertThat(goes("one@example.com", "c")).isTrue();
        assertThat(other.admit(order(), "one@example.com", "d")).contains(Limit.RECIPIENT);
    }

    @Test
    void no_address_is_stored_and_what_no_limit_counts_is_forgotten() {
        goes("one@example.com", "mark");
        clock.pass(Duration.ofDays(3));
        assertThat(mails.forgetOld()).isEqualTo(1);
    }
}
