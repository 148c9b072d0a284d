package io.redress.channel.chat;

import io.redress.configfile.DurationParser;
import io.redress.intake.RawMessage;
import java.time.Duration;

/** The attributes that a chat channel gives its messages. */
public final class ChatAttributes {

    /** ISO-8601 duration. */
    public static final String QUIET_TIME = "quiet-time";

    /** File name in {@code config/mappings} without its ending. */
    static final String MAPPING = "mapping";

    private ChatAttributes() {}

    /** Zero when the channel gave none, or none that can be read, as in an item put in by hand. */
    public static Duration quietTime(RawMessage raw) {
        String text = raw.attribute(QUIET_TIME);
        Duration time = text == null ? null : DurationParser.parse(text);
        return time == null ? Duration.ZERO : time;
    }
}
