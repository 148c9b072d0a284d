package io.redress.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines by looking at every minute of some weeks. It shares no code with what it checks: a clerk reads the wall clock each minute,
 * opens when it first shows (or has jumped over) an opening time, and closes when it first shows a closing time. Indexes are minutes
 * since the first one.
 */
final class MinuteOracle {

    /** A limit: {@code amount} minutes of {@code CLOCK} or {@code OPEN} time, or {@code DAYS}. */
    record Limit(Kind kind, int amount) {
        enum Kind {
            CLOCK,
            OPEN,
            DAYS
        }
    }

    /** Due, and its marks in seconds since the first minute. */
    record Result(@Nullable Integer due, SortedMap<Integer, Long> marks) {}

    private final Instant first;
    private final boolean[] open;
    private final int[] openBefore;
    private final int[] shown;
    private final int[] wall;
    private final int[] day;

    /**
     * @param week openings of Monday to Sunday, as pairs of minutes of the day
     * @param dates openings of single dates
     */
    MinuteOracle(ZoneId zone, LocalDate from, int days, int[][][] week, Map<LocalDate, int[][]> dates) {
        first = from.atStartOfDay(zone).toInstant();
        int minutes = days * 24 * 60;
        open = new boolean[minutes];
        openBefore = new int[minutes + 1];
        shown = new int[minutes];
        wall = new int[minutes];
        day = new int[minutes];
        for (int i = 0; i < minutes; i++) {
            var now = first.plusSeconds(60L * i).atZone(zone);
            LocalDate date = now.toLocalDate();
            day[i] = (int) (date.toEpochDay() - from.toEpochDay());
            shown[i] = now.getHour() * 60 + now.getMinute();
            wall[i] = i > 0 && day[i] == day[i - 1] ? Math.max(shown[i], wall[i - 1]) : shown[i];
            int[][] hours = dates.get(date);
            for (int[] opening : hours == null ? week[now.getDayOfWeek().getValue() - 1] : hours) {
                open[i] |= wall[i] >= opening[0] && wall[i] < opening[1];
            }
            openBefore[i + 1] = openBefore[i] + (open[i] ? 1 : 0);
        }
    }

    Instant instant(int minute) {
        return first.plusSeconds(60L * minute);
    }

    boolean isOpen(int minute) {
        return open[minute];
    }

    int openBetween(int a, int b) {
        return openBefore[b] - openBefore[a];
    }

    int nextOpen(int from) {
        int i = from;
        while (!open[i]) {
            i++;
        }
        return i;
    }

    int plusOpen(int from, int amount) {
        int i = from;
        for (int left = amount; left > 0; i++) {
            left -= open[i] ? 1 : 0;
        }
        return i;
    }

    int plusBusinessDays(int from, int days) {
        int start = nextOpen(from);
        int i = start;
        for (int left = days; left > 0; left--) {
            int today = day[i];
            while (day[i] == today || !open[i]) {
                i++;
            }
        }
        int target = day[i];
        while (day[i - 1] == target) {
            i--;
        }
        int midnight = i;
        while (day[i] == target && wall[i] < shown[start]) {
            i++;
        }
        int sameTime = i;
        int end = i;
        while (day[end] == target) {
            end++;
        }
        if (openBetween(sameTime, end) == 0) {
            int closing = end;
            while (!open[closing - 1]) {
                closing--;
            }
            return closing;
        }
        boolean openOrJustClosed = open[sameTime] || sameTime > midnight && open[sameTime - 1];
        return openOrJustClosed ? sameTime : nextOpen(sameTime);
    }

    int after(int from, Limit limit) {
        return switch (limit.kind()) {
            case CLOCK -> from + limit.amount();
            case OPEN -> plusOpen(from, limit.amount());
            case DAYS -> plusBusinessDays(from, limit.amount());
        };
    }

    Result countdown(int start, Limit limit, List<int[]> pauses, List<Integer> shares) {
        boolean always = limit.kind() == Limit.Kind.CLOCK;
        int undisturbed = after(start, limit);
        int total = always ? limit.amount() : openBetween(start, undisturbed);
        boolean disturbed = false;
        for (int i = start; i < undisturbed && !disturbed; i++) {
            disturbed = (always || open[i]) && paused(i, pauses);
        }
        SortedMap<Integer, Long> marks = new TreeMap<>();
        long[] needs =
                shares.stream().mapToLong(share -> total * 60L * share / 100).toArray();
        Integer used = null;
        long seconds = 0;
        for (int i = start; i < open.length && used == null; i++) {
            if ((always || open[i]) && !paused(i, pauses)) {
                for (int k = 0; k < needs.length; k++) {
                    if (needs[k] > seconds && needs[k] <= seconds + 60) {
                        marks.put(shares.get(k), 60L * i + needs[k] - seconds);
                    }
                }
                seconds += 60;
                used = seconds == total * 60L ? Integer.valueOf(i + 1) : null;
            }
        }
        return new Result(disturbed ? used : Integer.valueOf(undisturbed), marks);
    }

    /** A pause without an end has {@link Integer#MAX_VALUE}. */
    private static boolean paused(int minute, List<int[]> pauses) {
        for (int[] pause : pauses) {
            if (minute >= pause[0] && minute < pause[1]) {
                return true;
            }
        }
        return false;
    }
}
