package io.redress.simulation.hub;

import io.redress.reply.Reply;
import java.util.Map;
import java.util.TreeMap;

/** Stands in a simulation where messages leave the hub: they are counted and go no further. */
final class OutgoingMessageCounter {

    private final Map<String, Long> counts = new TreeMap<>();

    /** In place of the routes that send replies. */
    public synchronized void reply(Reply reply) {
        if (reply.mail() != null || reply.chat() != null) {
            String to = reply.channel().equals("staff") ? "staff" : "customers";
            count((reply.mail() != null ? "mail to " : "chat to ") + to);
        }
    }

    /** In place of any other system that a route of the shop's own sends to. */
    public synchronized void outside() {
        count("to other systems");
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }
}
