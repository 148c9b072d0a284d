package io.redress.channel.email.text;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.TextProperty;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invitation in words (RFC 5545): what it is about, and what its sender wrote into it. */
public final class InvitationText {

    /** Characters; invitations are short. */
    private static final int LONGEST = 1 << 20;

    private InvitationText() {}

    /** Empty when it says nothing, or cannot be read. */
    public static String of(String calendar) {
        if (calendar.length() > LONGEST) {
            return "";
        }
        try {
            ICalendar read = Biweekly.parse(calendar).first();
            return read == null
                    ? ""
                    : read.getEvents().stream()
                            .flatMap(InvitationText::words)
                            .distinct()
                            .collect(Collectors.joining("\n"));
        } catch (RuntimeException e) {
            return ""; // it stays among the files
        }
    }

    private static Stream<String> words(VEvent event) {
        return Stream.of(text(event.getSummary()), text(event.getDescription()), text(event.getLocation()))
                .map(String::strip)
                .filter(words -> !words.isEmpty());
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }
}
