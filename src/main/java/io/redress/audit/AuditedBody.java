package io.redress.audit;

import java.util.List;

/** What is sent to an operation, or what it answers, when it says itself what it is about. */
public interface AuditedBody {

    /** Whom somebody asks for, as it was typed: a phone, an address, a handle, a ticket's number. */
    default List<String> personsAsked() {
        return List.of();
    }

    /** Names of the hub's own things, each {@code <kind>:<name>}, such as {@code name:crm}. */
    default List<String> thingsNamed() {
        return List.of();
    }

    /** Numbers of the tickets that it shows or changes. */
    default List<String> ticketsNamed() {
        return List.of();
    }
}
