package io.redress.channel.chat.platform.window;

import java.time.Instant;
import java.util.Optional;

/** When customers of chat platforms wrote last. */
public interface ChatContacts {

    /** A customer of a platform, and when it wrote last. */
    record Contact(String platform, Instant heardAt) {}

    /** A customer wrote. */
    void heard(String handle, String platform, Instant at);

    /** Empty where the customer was never heard on a platform. */
    Optional<Contact> of(String handle);
}
