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

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    /** So many minutes are taken at once where nothing that is looked for can lie among them. */
    private static final int BLOCK = 64;

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
        int minutes = days * MINUTES_OF_A_DAY;
        open = new boolean[minutes];
        openBefore = new int[minutes + 1];
        shown = new int[minutes];
        wall = new int[minutes];
        day = new int[minutes];
        long start = first.getEpochSecond() / 60;
        long change = start;
        int offset = 0;
        int[][] hours = new int[0][];
        for (int i = 0; i < minutes; i++) {
            if (start + i == change) {
                Instant now = instant(i);
                offset = zone.getRules().getOffset(now).getTotalSeconds() / 60;
                var next = zone.getRules().nextTransition(now);
                change = next == null ? Long.MAX_VALUE : next.toEpochSecond() / 60;
            }
            long local = start + i + offset;
            long date = Math.floorDiv(local, MINUTES_OF_A_DAY);
            day[i] = (int) (date - from.toEpochDay());
            shown[i] = Math.floorMod(local, MINUTES_OF_A_DAY);
            if (i == 0 || day[i] != day[i - 1]) {
                wall[i] = shown[i];
                LocalDate today = LocalDate.ofEpochDay(date);
                hours = dates.getOrDefault(today, week[today.getDayOfWeek().getValue() - 1]);
            } else {
                wall[i] = Math.max(shown[i], wall[i - 1]);
            }
            for (int[] opening : hours) {
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

    /** {@code shares} ascend; a pause without an end has {@link Integer#MAX_VALUE}. */
    Result countdown(int start, Limit limit, List<int[]> pauses, List<Integer> shares) {
        boolean always = limit.kind() == Limit.Kind.CLOCK;
        int undisturbed = after(start, limit);
        int total = always ? limit.amount() : openBetween(start, undisturbed);
        SortedMap<Integer, Long> marks = new TreeMap<>();
        int next = 0;
        Integer used = null;
        long seconds = 0;
        var standing = new Standing(pauses);
        for (int i = start; i < open.length && used == null && !standing.forGood(); ) {
            boolean stands = standing.at(i);
            int block = Math.min(Math.min(i + BLOCK, standing.change), open.length);
            long counted = stands ? 0 : 60L * (always ? block - i : openBetween(i, block));
            long need = total * 60L * (next < shares.size() ? shares.get(next) : 100) / 100;
            if (seconds + counted < need) {
                seconds += counted;
                i = block;
                continue;
            }
            if (!stands && (always || open[i])) {
                for (; next < shares.size() && need(total, shares, next) <= seconds + 60; next++) {
                    if (need(total, shares, next) > seconds) {
                        marks.put(shares.get(next), 60L * i + need(total, shares, next) - seconds);
                    }
                }
                seconds += 60;
                used = seconds == total * 60L ? Integer.valueOf(i + 1) : null;
            }
            i++;
        }
        boolean disturbed = disturbed(start, undisturbed, always, pauses);
        return new Result(disturbed ? used : Integer.valueOf(undisturbed), marks);
    }

    private static long need(int total, List<Integer> shares, int next) {
        return total * 60L * shares.get(next) / 100;
    }

    private boolean disturbed(int start, int end, boolean always, List<int[]> pauses) {
        for (int[] pause : pauses) {
            for (int i = Math.max(start, pause[0]); i < Math.min(end, pause[1]); i++) {
                if (always || open[i]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a clock stands still, asked of one minute after the other; looks at the pauses only where one begins or ends. */
    private static final class Standing {

        private final List<int[]> pauses;
        private int change = Integer.MIN_VALUE;
        private boolean stands;

        Standing(List<int[]> pauses) {
            this.pauses = pauses;
        }

        boolean at(int minute) {
            if (minute >= change) {
                stands = false;
                change = Integer.MAX_VALUE;
                for (int[] pause : pauses) {
                    stands |= minute >= pause[0] && minute < pause[1];
                    for (int edge : pause) {
                        change = edge > minute ? Math.min(change, edge) : change;
                    }
                }
            }
            return stands;
        }

        boolean forGood() {
            return stands && change == Integer.MAX_VALUE;
        }
    }
}
