package io.redress.event;

import java.net.UnknownHostException;

/** A name leads into a network that events are not sent into. */
public final class AddressNotPermitted extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    public AddressNotPermitted() {
        super("the address leads into a private network; redress.events.allow names those that are permitted");
    }
}
