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
public record CustomerZones(
        LocalTime earliest,
        LocalTime latest,
        ZoneId shop,
        Map<String, ZoneId> zones,
        CallCalendar home,
        Map<String, CallCalendar> holidays) {

    public CustomerZones {
        zones = Map.copyOf(zones);
        holidays = Map.copyOf(holidays);
    }

    CustomerTimes of(@Nullable String phone) {
        return new CustomerTimes(longest(zones, phone, shop), earliest, latest, longest(holidays, phone, home));
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
