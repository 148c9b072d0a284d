package io.redress.callback;

import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.Calendars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/callbacks.yaml}; its schema says what each key may hold. */
final class CallbackRulesReader {

    private final ZoneId shop;
    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<CallbacksFile> file;
    private final Calendars calendars;

    CallbackRulesReader(Path configDir, ZoneId shop) {
        this.shop = shop;
        file = YamlFile.read(configDir.resolve("callbacks.yaml"), CallbacksFile.class, "callbacks", findings);
        calendars = new Calendars(configDir, findings);
    }

    CallbackRules read() {
        CallbacksFile written = file.value();
        var plan = written.plan() == null ? new CallbacksFile.Plan(null, null) : written.plan();
        var attempts = written.attempts() == null ? new CallbacksFile.Attempts(null, null, null) : written.attempts();
        CallCalendar desk = calendar(written.calendar() == null ? "" : written.calendar(), "calendar");
        Duration after = DurationParser.parse(plan.after(), Duration.ofHours(24));
        Duration within = DurationParser.parse(plan.within(), Duration.ofHours(48));
        if (within.compareTo(after) < 0) {
            find("within is shorter than after", "a longer time, such as 48h", "plan", "within");
        }
        Duration slot = DurationParser.parse(written.slot(), Duration.ofMinutes(30));
        CustomerTimeZones customers = customers(written, desk);
        if (desk != null && slot.compareTo(longestOpening(desk)) > 0) {
            find("no opening of the calendar is as long as a slot", "a shorter one, such as 30min", "slot");
        }
        if (!findings.isEmpty() || desk == null || customers == null) {
            throw new InvalidConfiguration(findings);
        }
        return new CallbackRules(
                desk,
                customers,
                after,
                within,
                slot,
                Objects.requireNonNullElse(written.capacity(), 10),
                Objects.requireNonNullElse(attempts.most(), 3),
                DurationParser.parse(attempts.apart(), Duration.ofHours(4)),
                !Boolean.FALSE.equals(attempts.otherHours()),
                DurationParser.parse(written.ownerFirst(), Duration.ofMinutes(30)),
                DurationParser.parse(written.outcomeWithin(), Duration.ofHours(24)));
    }

    private @Nullable CustomerTimeZones customers(CallbacksFile written, @Nullable CallCalendar desk) {
        String[] hours =
                Objects.requireNonNullElse(written.hours(), "09:00-20:00").split("-");
        LocalTime earliest = LocalTime.parse(hours[0].strip());
        LocalTime latest = LocalTime.parse(hours[1].strip());
        if (!earliest.isBefore(latest)) {
            find("hours '" + written.hours() + "' are none", "write them like 'hours: 09:00-20:00'", "hours");
        }
        Map<String, ZoneId> zones = Objects.requireNonNullElse(written.zones(), Map.of());
        Map<String, CallCalendar> holidays = new HashMap<>();
        Objects.requireNonNullElse(written.holidays(), Map.<String, String>of()).forEach((beginning, name) -> {
            CallCalendar calendar = calendar(name, "holidays", beginning);
            if (calendar != null) {
                holidays.put(beginning, calendar);
            }
        });
        return desk == null ? null : new CustomerTimeZones(earliest, latest, shop, zones, desk, holidays);
    }

    private @Nullable CallCalendar calendar(String name, Object... place) {
        BusinessCalendar calendar = calendars.get(name, file, place);
        return calendar == null ? null : new BusinessCallCalendar(calendar);
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }

    /** Of a year, in which every kind of day stands. */
    private static Duration longestOpening(CallCalendar desk) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .flatMap(date -> desk.openings(date).stream())
                .map(opening -> Duration.between(opening.from(), opening.until()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
