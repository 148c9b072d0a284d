package io.redress.intake.device;

import static io.redress.intake.device.FaultState.CLEARED;
import static io.redress.intake.device.FaultState.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.device.FaultDecision.Kind;
import io.redress.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final FaultLimits LIMITS = new FaultLimits(Duration.ofMinutes(30), 3, Duration.ofHours(24), 500);

    private Optional<FaultEpisode> known = Optional.empty();
    private Optional<DeviceTickets> lately = Optional.empty();

    @Test
    void the_first_report_opens_a_ticket() {
        assertThat(kind(RAISED, 0)).isEqualTo(Kind.OPENED);
    }

    @ParameterizedTest
    @CsvSource({
        // what is known, at which minute, then what is said, at which minute
        "RAISED, 0, RAISED, 5, REPEATED",
        "RAISED, 0, RAISED, 5000, REPEATED",
        "RAISED, 0, CLEARED, 5, CLEARED",
        "CLEARED, 0, RAISED, 30, RETURNED",
        "CLEARED, 0, RAISED, 31, OPENED",
        "CLEARED, 0, CLEARED, 5, UNKNOWN",
        "RAISED, 0, RAISED, -5, LATE",
        "RAISED, 0, CLEARED, -5, LATE",
        "CLEARED, 0, RAISED, -5, LATE"
    })
    void what_is_said_next(FaultState before, int at, FaultState said, int then, Kind kind) {
        known = episode(before, at, null);
        assertThat(kind(said, then)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"RAISED, 29, REPEATED", "RAISED, 31, OPENED", "CLEARED, 29, RETURNED", "CLEARED, 31, OPENED"})
    void a_fault_that_is_reported_after_its_ticket_was_solved_is_another_ticket_only_after_the_flap_time(
            FaultState before, int then, Kind kind) {
        known = episode(before, 0, NOON);
        assertThat(kind(RAISED, then)).isEqualTo(kind);
    }

    @Test
    void a_clock_that_was_set_back_hides_no_fault_once_its_ticket_is_solved() {
        known = episode(CLEARED, 0, NOON);
        var report = new FaultReport("d", "f", RAISED, Instant.EPOCH, LIMITS);
        assertThat(FaultRules.of(report, minute(31), known, lately, Priority.NORMAL)
                        .kind())
                .isEqualTo(Kind.OPENED);
    }

    @Test
    void an_end_that_overtook_its_beginning_ends_it_all_the_same() {
        assertThat(kind(CLEARED, 10)).isEqualTo(Kind.UNKNOWN);
        known = Optional.of(new FaultEpisode(1, null, CLEARED, minute(10), 0, 0, NOON, NOON, null, null));
        FaultDecision beginning = decide(RAISED, 9, Priority.NORMAL);
        assertThat(beginning).isEqualTo(new FaultDecision(Kind.OPENED, CLEARED, minute(10)));
        assertThat(decide(RAISED, 11, Priority.NORMAL)).isEqualTo(new FaultDecision(Kind.OPENED, RAISED, minute(11)));
    }

    @ParameterizedTest
    @CsvSource({
        // when the second time begins and ends; its end comes first
        "20, 25, RETURNED, CLEARED, 25",
        "50, 55, OPENED, CLEARED, 55",
        "50, 40, OPENED, RAISED, 50",
        "20, 15, RETURNED, RAISED, 20"
    })
    void an_end_of_the_second_time_that_overtook_its_beginning_ends_that(
            int begins, int ends, Kind kind, FaultState state, int at) {
        known = Optional.of(new FaultEpisode(1, "R-1", CLEARED, minute(10), 1, 0, NOON, NOON, minute(ends), null));
        assertThat(decide(RAISED, begins, Priority.NORMAL)).isEqualTo(new FaultDecision(kind, state, minute(at)));
    }

    @ParameterizedTest
    @CsvSource({"2, NORMAL, OPENED", "3, NORMAL, JOINED", "30, NORMAL, JOINED", "3, URGENT, OPENED"})
    void a_device_that_has_opened_enough_adds_to_its_last_ticket_but_for_what_is_more_urgent(
            int opened, Priority priority, Kind kind) {
        lately = Optional.of(new DeviceTickets(opened, "R-1", Priority.NORMAL, 0));
        assertThat(decide(RAISED, 0, priority).kind()).isEqualTo(kind);
    }

    @Test
    void of_ten_thousand_reports_a_history_hears_of_seven() {
        assertThat(IntStream.rangeClosed(1, 10_000).filter(FaultRules::isTold))
                .containsExactly(1, 2, 3, 10, 100, 1000, 10_000);
    }

    @Test
    void a_change_is_told_when_the_history_has_not_heard_of_the_fault_for_an_hour() {
        var change = new FaultDecision(Kind.CLEARED, CLEARED, NOON);
        assertThat(FaultRules.isTold(change, 55, NOON, minute(60))).isFalse();
        assertThat(FaultRules.isTold(change, 55, NOON, minute(61))).isTrue();
        var repeat = new FaultDecision(Kind.REPEATED, RAISED, NOON);
        assertThat(FaultRules.isTold(repeat, 55, NOON, minute(61))).isFalse();
    }

    private Kind kind(FaultState said, int then) {
        return decide(said, then, Priority.NORMAL).kind();
    }

    private FaultDecision decide(FaultState said, int then, Priority priority) {
        var report = new FaultReport("d", "f", said, minute(then), LIMITS);
        return FaultRules.of(report, minute(then), known, lately, priority);
    }

    private static Optional<FaultEpisode> episode(FaultState state, int at, Instant ended) {
        return Optional.of(new FaultEpisode(1, "R-1", state, minute(at), 1, 0, NOON, NOON, null, ended));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
