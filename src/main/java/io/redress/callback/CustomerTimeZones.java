package io.redress.callback;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where customers are, told by the beginning of their phone number; the longest that fits decides.
 *
 * @param shop for numbers that no beginning fits
 * @param zones by beginning: {@code +852}
 * @param home whose holidays they have
 * @param holidays other calendars by beginning
 */
public record CustomerTimeZones(
        LocalTime earliest,
        LocalTime latest,
        ZoneId shop,
        Map<String, ZoneId> zones,
        CallCalendar home,
        Map<String, CallCalendar> holidays) {

    public CustomerTimeZones {
        zones = Map.copyOf(zones);
        holidays = Map.copyOf(holidays);
    }

    CustomerCallHours of(@Nullable String phone) {
        return new CustomerCallHours(longest(zones, phone, shop), earliest, latest, longest(holidays, phone, home));
    }

    private static <T> T longest(Map<String, T> byBeginning, @Nullable String phone, T otherwise) {
        var fitting = new TreeMap<Integer, T>();
        byBeginning.forEach((beginning, value) -> {
            if (phone != null && phone.startsWith(beginning)) {
                fitting.put(beginning.length(), value);
            }
        });
        return fitting.isEmpty() ? otherwise : fitting.lastEntry().getValue();
    }
}
