package io.redress.channel.callcenter.inbox;

import java.io.IOException;
import java.util.List;

/** A folder in which a channel finds its files, on this machine or on a server. */
public interface Inbox {

    /** Which folder it is, for the hub alone: equal for two channels that share one. */
    String place();

    /** All that is in it now, without what is in its own folders. */
    List<Entry> entries() throws IOException;

    /** Whether nothing but its contents can keep a file of this name from being taken. */
    boolean mayTake(String name);

    /** What an entry is; a link is never followed, for it may lead out of the inbox. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A pipe, a socket or a device. */
        OTHER
    }

    /**
     * Something in the inbox.
     *
     * @param size bytes
     */
    record Entry(String name, Kind kind, long size) {}
}
