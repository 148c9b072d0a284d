package io.redress.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people of the shop read them, and how long they are away. */
public final class ConsoleTimes {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ANY_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONG = 48;

    private final ZoneId zone;
    private final Instant now;
    private final ConsoleTexts texts;

    public ConsoleTimes(ZoneId zone, Instant now, ConsoleTexts texts) {
        this.zone = zone;
        this.now = now;
        this.texts = texts;
    }

    public Instant now() {
        return now;
    }

    /** Day and minute in the shop's zone; with the year when it is another one. */
    public String local(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean thisYear = there.getYear() == now.atZone(zone).getYear();
        return (thisYear ? THIS_YEAR : ANY_YEAR).format(there);
    }

    /** To the second, in UTC and in the shop's zone. */
    public String exact(Instant at) {
        return EXACT.format(at.atOffset(ZoneOffset.UTC)) + " UTC · " + EXACT.format(at.atZone(zone)) + " " + zone;
    }

    /** How far away, in one unit: {@code 3 h}. */
    public String distance(Instant at) {
        return length(Duration.between(now, at).abs());
    }

    /** How far away and in which direction: {@code in 3 h}, {@code 3 h ago}. */
    public String relative(Instant at) {
        return texts.text(at.isAfter(now) ? "time.in" : "time.ago", distance(at));
    }

    /** How many seconds in the unit that people would say. */
    public String seconds(long seconds) {
        return length(Duration.ofSeconds(seconds));
    }

    private String length(Duration time) {
        if (time.toHours() >= LONG) {
            return texts.text("time.days", time.toDays());
        }
        if (time.toMinutes() >= 2 * Duration.ofHours(1).toMinutes()) {
            return texts.text("time.hours", time.toHours());
        }
        return time.toSeconds() < 2 * Duration.ofMinutes(1).toSeconds()
                ? texts.text("time.seconds", time.toSeconds())
                : texts.text("time.minutes", time.toMinutes());
    }
}
