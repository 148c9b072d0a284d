package io.redress.channel.mailbox.oauth;

import java.time.Duration;

/** Waits between two questions to a token server. */
@FunctionalInterface
public interface Pause {

    void take(Duration time) throws InterruptedException;
}
