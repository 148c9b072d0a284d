package io.redress.audit;

import io.redress.permission.Actor;
import io.redress.ticket.KeyedEnum;

/**
 * Who is behind an entry.
 *
 * @param name a user's login, a key's name, an app's name, a part of the hub; empty when nobody knows
 */
public record AuditActor(Kind kind, String name) {

    /** Whoever presented what opened nothing. */
    public static final AuditActor UNKNOWN = new AuditActor(Kind.UNKNOWN, "");

    /** The hub itself. */
    public static final AuditActor HUB = new AuditActor(Kind.HUB, "hub");

    /** What is known by that name. */
    public enum Kind implements KeyedEnum {
        PERSON,
        KEY,
        /** An app of the shop, on behalf of a customer. */
        APP,
        HUB,
        UNKNOWN
    }

    public static AuditActor of(Actor actor) {
        return new AuditActor(actor.kind() == Actor.Kind.KEY ? Kind.KEY : Kind.PERSON, actor.name());
    }

    public static AuditActor person(String login) {
        return new AuditActor(Kind.PERSON, login);
    }
}
