package io.redress.console;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page shows: for whom it is, in which language, and what they may reach.
 *
 * @param actor null on the open first page of a sandbox
 * @param here the page's path, with its query when it was asked for by GET
 * @param token the hidden field against forged forms; null where there is none
 */
public record ConsoleFrame(
        ConsoleLanguage language,
        @Nullable Actor actor,
        String here,
        @Nullable Token token) {

    /** A hidden form field. */
    public record Token(String name, String value) {}

    public List<ConsoleLanguage> languages() {
        return List.of(ConsoleLanguage.values());
    }

    /**
     * Where the same page is in another language.
     *
     * @param page its address where that is another one than the request's; else empty
     */
    public String in(ConsoleLanguage other, String page) {
        String same = page.isEmpty() ? here : page;
        return same + (same.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }

    /** Who is signed in; null when nobody is. */
    public @Nullable String name() {
        return actor == null ? null : actor.getName();
    }

    /** Whether a page is worth a link: whoever is not signed in yet is asked to where it matters. */
    public boolean may(String permission) {
        return actor == null || Permission.find(permission).filter(actor::may).isPresent();
    }
}
