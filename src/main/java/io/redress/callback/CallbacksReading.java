package io.redress.callback;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.YamlFile;
import io.redress.config.ZoneNames;
import io.redress.servicelevel.BusinessCalendar;
import io.redress.servicelevel.Calendars;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/callbacks.yaml}, and collects whatever is wrong with it. */
final class CallbacksReading {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*(min|h)");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)");
    private static final Pattern BEGINNING = Pattern.compile("\\+[1-9]\\d{0,14}");
    private static final int MOST_CAPACITY = 10_000;
    private static final int MOST_ATTEMPTS = 20;

    private final Path configDir;
    private final ZoneId shop;
    private final YamlFile<CallbacksFile> file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, @Nullable CallCalendar> calendars = new HashMap<>();

    CallbacksReading(Path configDir, ZoneId shop) {
        this.configDir = configDir;
        this.shop = shop;
        file = YamlFile.read(configDir.resolve("callbacks.yaml"), CallbacksFile.class);
    }

    CallbackRules read() {
        CallbacksFile written = file.value();
        var plan = written.plan() == null ? new CallbacksFile.Plan(null, null) : written.plan();
        var attempts = written.attempts() == null ? new CallbacksFile.Attempts(null, null, null) : written.attempts();
        CallCalendar desk = calendar(written.calendar() == null ? "" : written.calendar(), "calendar");
        Duration after = length(plan.after(), "24h", "plan", "after");
        Duration within = length(plan.within(), "48h", "plan", "within");
        if (within.compareTo(after) < 0) {
            find("within is shorter than after", "a longer time, such as 48h", "plan", "within");
        }
        Duration slot = length(written.slot(), "30min", "slot");
        int capacity = number(written.capacity(), 10, MOST_CAPACITY, "capacity");
        int most = number(attempts.most(), 3, MOST_ATTEMPTS, "attempts", "most");
        Duration apart = length(attempts.apart(), "4h", "attempts", "apart");
        Duration ownerFirst = length(written.ownerFirst(), "30min", "owner-first");
        Duration outcomeWithin = length(written.outcomeWithin(), "24h", "outcome-within");
        CustomerZones customers = customers(written, desk);
        if (desk != null && slot.compareTo(longestOpening(desk)) > 0) {
            find("no opening of the calendar is as long as a slot", "a shorter one, such as 30min", "slot");
        }
        if (!findings.isEmpty() || desk == null || customers == null) {
            throw new InvalidConfiguration(findings);
        }
        boolean otherHours = !Boolean.FALSE.equals(attempts.otherHours());
        return new CallbackRules(
                desk, customers, after, within, slot, capacity, most, apart, otherHours, ownerFirst, outcomeWithin);
    }

    private @Nullable CustomerZones customers(CallbacksFile written, @Nullable CallCalendar desk) {
        var hours = HOURS.matcher(
                Objects.requireNonNullElse(written.hours(), "09:00-20:00").strip());
        LocalTime earliest = hours.matches() ? time(hours.group(1)) : null;
        LocalTime latest = hours.matches() ? time(hours.group(2)) : null;
        if (earliest == null || latest == null || !earliest.isBefore(latest)) {
            find("hours '" + written.hours() + "' are none", "write them like 'hours: 09:00-20:00'", "hours");
            earliest = LocalTime.MIN;
            latest = LocalTime.MAX;
        }
        Map<String, ZoneId> zones = new HashMap<>();
        orEmpty(written.zones()).forEach((beginning, name) -> {
            try {
                zones.put(checked(beginning, "zones"), ZoneId.of(name));
            } catch (DateTimeException e) {
                find("unknown zone '" + name + "'", ZoneNames.remedy(name), "zones", beginning);
            }
        });
        Map<String, CallCalendar> holidays = new HashMap<>();
        orEmpty(written.holidays()).forEach((beginning, name) -> {
            CallCalendar calendar = calendar(name, "holidays", beginning);
            if (calendar != null) {
                holidays.put(checked(beginning, "holidays"), calendar);
            }
        });
        return desk == null ? null : new CustomerZones(earliest, latest, shop, zones, desk, holidays);
    }

    private String checked(String beginning, String section) {
        if (!BEGINNING.matcher(beginning).matches()) {
            find("'" + beginning + "' begins no phone number", "write it like \"+86\"", section, beginning);
        }
        return beginning;
    }

    private @Nullable CallCalendar calendar(String name, Object... place) {
        if (calendars.containsKey(name)) {
            return calendars.get(name);
        }
        Path path = Calendars.file(configDir, name);
        BusinessCalendar calendar = path == null ? null : Calendars.read(name, path, findings);
        if (path == null) {
            find("unknown calendar '" + name + "'", "the name of a file in " + configDir.resolve("calendars"), place);
        }
        CallCalendar view = calendar == null ? null : new DeskCalendar(calendar);
        calendars.put(name, view);
        return view;
    }

    private Duration length(@Nullable String written, String otherwise, Object... place) {
        var length =
                LENGTH.matcher(Objects.requireNonNullElse(written, otherwise).strip());
        if (!length.matches() || Integer.parseInt(length.group(1)) == 0) {
            find("'" + written + "' is not a duration", "write it like " + otherwise, place);
            return Duration.ofHours(1);
        }
        long amount = Long.parseLong(length.group(1));
        return length.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    }

    private int number(@Nullable Integer written, int otherwise, int most, Object... place) {
        int number = written == null ? otherwise : written;
        if (number < 1 || number > most) {
            String key = Arrays.stream(place).map(String::valueOf).collect(Collectors.joining("."));
            find(key + " '" + number + "' is out of range", "a whole number from 1 to " + most, place);
        }
        return number;
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

    private static @Nullable LocalTime time(String written) {
        try {
            return LocalTime.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
