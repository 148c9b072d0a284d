package io.redress.channel.webform;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms that can be sent now. */
@FunctionalInterface
public interface FormChannels {

    Stream<FormChannel> all();

    /** The form of a channel; empty when no channel of that name runs, or it is not a form. */
    default Optional<FormChannel> named(String channel) {
        return all().filter(form -> form.name().equals(channel)).findFirst();
    }

    /** The form that is posted to a path. */
    default Optional<FormChannel> at(String path) {
        return all().filter(form -> form.path().equals(path)).findFirst();
    }
}
