package io.redress.survey;

import java.util.Locale;

/** How a survey reaches a customer. */
enum Way {
    /** The hub writes, by mail or chat. */
    MESSAGE,
    /** Another system sends it, by text message or its own mails: it is told on the queue {@code surveys.due}. */
    QUEUE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
