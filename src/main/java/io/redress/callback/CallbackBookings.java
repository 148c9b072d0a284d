package io.redress.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer can choose who wants to be called. */
public interface CallbackBookings {

    int LONGEST_PHONE = 100;

    /** With an extension (RFC 3966) where there is one. */
    Pattern E164 = Pattern.compile("\\+[1-9]\\d{5,14}(;ext=\\d{1,7})?");

    /**
     * @param phone the number that will be called, of which only the last three digits can be read; null when the ticket
     *     has none
     * @param booked when the customer will be called as things stand; null when nothing is planned
     * @param free the next free slots, the earliest first
     */
    record Offer(@Nullable String phone, @Nullable CallSlot booked, List<CallSlot> free) {
        public Offer {
            free = List.copyOf(free);
        }
    }

    /** What became of a choice. */
    enum Booked {
        /** The customer will be called then; the same choice again is the same. */
        DONE,
        /** Others were faster, or the slot cannot be chosen. */
        FULL,
        /** There is no number that can be called. */
        BAD_PHONE,
        /** It is a number that is not called: {@link CallableNumbers}. */
        NOT_CALLED,
        /** There is no such ticket. */
        UNKNOWN
    }

    /** What a ticket's customer can choose; empty when there is no such ticket. */
    Optional<Offer> offer(String number, int most);

    /**
     * Books a slot.
     *
     * @param slot its beginning
     * @param phone as the customer typed it, or as {@link Offer#phone()} showed it; null keeps the ticket's
     */
    Booked book(String number, Instant slot, @Nullable String phone);
}
