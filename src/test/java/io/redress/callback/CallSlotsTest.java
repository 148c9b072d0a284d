package io.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallSlotsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final List<ZoneId> ZONES =
            List.of(SHANGHAI, NEW_YORK, ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("UTC"));

    /** Opening hours by weekday, and days off. */
    private record Week(ZoneId zone, Map<DayOfWeek, List<LocalTime[]>> hours, Set<LocalDate> off)
            implements CallCalendar {

        @Override
        public List<CallSlot> openings(LocalDate date) {
            return isHoliday(date)
                    ? List.of()
                    : hours.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                            .map(open -> new CallSlot(at(date, open[0]), at(date, open[1])))
                            .toList();
        }

        @Override
        public boolean isHoliday(LocalDate date) {
            return off.contains(date);
        }

        private Instant at(LocalDate date, LocalTime time) {
            return date.atTime(time).atZone(zone).toInstant();
        }
    }

    private static Week daily(ZoneId zone, String from, String until, LocalDate... off) {
        Map<DayOfWeek, List<LocalTime[]>> hours = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, List.<LocalTime[]>of(new LocalTime[] {LocalTime.parse(from), LocalTime.parse(until)}));
        }
        return new Week(zone, hours, Set.of(off));
    }

    private static CustomerCallHours customer(ZoneId zone, CallCalendar calendar) {
        return new CustomerCallHours(zone, LocalTime.of(9, 0), LocalTime.of(20, 0), calendar);
    }

    @Test
    void the_earliest_slot_begins_at_the_time_asked_for_or_after_it() {
        Week desk = daily(SHANGHAI, "09:00", "18:15");
        var slots = new CallSlots(desk, HALF_HOUR);

        assertThat(first(slots, "2026-11-23T10:00:00+08:00", SHANGHAI, desk)).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(first(slots, "2026-11-23T10:01:00+08:00", SHANGHAI, desk)).isEqualTo("2026-11-23T02:30:00Z");
        // The last quarter of an hour is not a slot.
        assertThat(first(slots, "2026-11-23T17:31:00+08:00", SHANGHAI, desk)).isEqualTo("2026-11-24T01:00:00Z");
    }

    @Test
    void a_customer_abroad_is_called_by_the_customer_s_own_clock() {
        Week desk = daily(SHANGHAI, "07:00", "22:00");
        var slots = new CallSlots(desk, HALF_HOUR);

        // 09:00 to 20:00 in New York is 22:00 to 09:00 in Shanghai: only from 07:00 on do both have time.
        assertThat(first(slots, "2026-11-23T09:00:00+08:00", NEW_YORK, desk)).isEqualTo("2026-11-23T23:00:00Z");
    }

    @Test
    void a_holiday_is_only_for_those_who_asked_for_it() {
        Week desk = daily(SHANGHAI, "09:00", "18:00");
        Week home = daily(SHANGHAI, "09:00", "18:00", LocalDate.of(2026, 11, 24));
        var slots = new CallSlots(desk, HALF_HOUR);
        Instant from = Instant.parse("2026-11-24T02:00:00Z");

        var own = slots.earliest(SlotRequest.from(from, customer(SHANGHAI, home)), any -> true);
        var asked = slots.earliest(SlotRequest.asked(from, customer(SHANGHAI, home)), any -> true);

        assertThat(own.orElseThrow().from()).isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
        assertThat(asked.orElseThrow().from()).isEqualTo(from);
    }

    @Test
    void quiet_hours_are_only_for_those_who_asked_for_that_very_time() {
        Week desk = daily(SHANGHAI, "08:00", "23:00");
        var slots = new CallSlots(desk, HALF_HOUR);
        CustomerCallHours customer = customer(SHANGHAI, desk);

        var exact = slots.earliest(SlotRequest.asked(Instant.parse("2026-11-24T13:00:00Z"), customer), any -> true);
        var about = slots.earliest(SlotRequest.asked(Instant.parse("2026-11-24T13:10:00Z"), customer), any -> true);

        assertThat(exact.orElseThrow().from()).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(about.orElseThrow().from()).isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
    }

    @Test
    void another_part_of_the_day_is_tried_unless_the_desk_has_no_other() {
        Week desk = daily(SHANGHAI, "09:00", "18:30");
        Week mornings = daily(SHANGHAI, "09:00", "12:00");
        Instant from = Instant.parse("2026-11-24T01:00:00Z");

        var other = new SlotRequest(from, customer(SHANGHAI, desk), false, PartOfDay.MORNING);
        assertThat(new CallSlots(desk, HALF_HOUR)
                        .earliest(other, any -> true)
                        .orElseThrow()
                        .from())
                .isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(new CallSlots(mornings, HALF_HOUR)
                        .earliest(other, any -> true)
                        .orElseThrow()
                        .from())
                .isEqualTo(from);
    }

    @Test
    void a_calendar_that_never_opens_while_the_customer_is_awake_gives_no_slot() {
        Week desk = daily(SHANGHAI, "09:00", "17:00");

        assertThat(new CallSlots(desk, HALF_HOUR)
                        .earliest(
                                SlotRequest.from(Instant.parse("2026-11-24T01:00:00Z"), customer(NEW_YORK, desk)),
                                any -> true))
                .isEmpty();
    }

    @Test
    void no_slot_is_in_quiet_hours_on_a_holiday_while_the_desk_is_closed_or_over_capacity_whatever_the_calendar() {
        var random = new Random(20261122);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            Week desk = random(random);
            Week home = random(random);
            Duration length = Duration.ofMinutes(5 + random.nextInt(120));
            var slots = new CallSlots(desk, length);
            int capacity = 1 + random.nextInt(3);
            Map<CallSlot, Integer> taken = new HashMap<>();
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            Instant start = Instant.parse("2026-02-20T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            for (int call = 0; call < 5; call++) {
                Instant from = start.plusSeconds(random.nextInt(3 * 86_400));
                var slotRequest = SlotRequest.from(from, customer(zone, home));
                Optional<CallSlot> slot = slots.earliest(slotRequest, one -> take(taken, one, capacity));
                slot.ifPresent(one -> allowed(one, from, desk, home, zone, length));
                found += slot.isPresent() ? 1 : 0;
            }
            assertThat(taken.values()).allMatch(count -> count <= capacity);
        }
        assertThat(found).isGreaterThan(2_000);
    }

    /** Minute by minute, in another way than the slots are found. */
    private static void allowed(CallSlot slot, Instant from, Week desk, Week home, ZoneId zone, Duration length) {
        assertThat(slot.from()).isAfterOrEqualTo(from);
        assertThat(Duration.between(slot.from(), slot.until())).isEqualTo(length);
        for (Instant at = slot.from(); at.isBefore(slot.until()); at = at.plusSeconds(60)) {
            LocalTime own = at.atZone(zone).toLocalTime();
            assertThat(own.getHour()).as("hour in " + zone).isBetween(9, 19);
            assertThat(home.isHoliday(at.atZone(zone).toLocalDate())).isFalse();
            Instant moment = at;
            assertThat(desk.openings(at.atZone(desk.zone()).toLocalDate()))
                    .anyMatch(open -> !moment.isBefore(open.from()) && moment.isBefore(open.until()));
        }
    }

    private static boolean take(Map<CallSlot, Integer> taken, CallSlot slot, int capacity) {
        int places = taken.getOrDefault(slot, 0);
        taken.put(slot, Math.min(places + 1, capacity));
        return places < capacity;
    }

    private static Week random(Random random) {
        Map<DayOfWeek, List<LocalTime[]>> hours = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalTime[]> open = new ArrayList<>();
            int minute = random.nextInt(700);
            for (int shift = random.nextInt(3); shift > 0 && minute < 1_300; shift--) {
                int until = Math.min(1_439, minute + 30 + random.nextInt(500));
                open.add(new LocalTime[] {LocalTime.ofSecondOfDay(minute * 60L), LocalTime.ofSecondOfDay(until * 60L)});
                minute = until + 1 + random.nextInt(100);
            }
            hours.put(day, open);
        }
        Set<LocalDate> off = random.ints(40, 0, 365)
                .mapToObj(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                .collect(Collectors.toSet());
        return new Week(ZONES.get(random.nextInt(ZONES.size())), hours, off);
    }

    private static String first(CallSlots slots, String from, ZoneId zone, CallCalendar calendar) {
        Instant at = java.time.OffsetDateTime.parse(from).toInstant();
        return slots.earliest(SlotRequest.from(at, customer(zone, calendar)), any -> true)
                .map(slot -> slot.from().toString())
                .orElse("none");
    }
}
