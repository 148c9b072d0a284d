package io.redress.search;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.TicketScope;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody who searches may find.
 *
 * @param scope the tickets; who may not see all of them finds nothing else
 */
public record SearchReach(Set<SearchKind> kinds, TicketScope scope) {

    /** Everything. */
    public static final SearchReach ALL = new SearchReach(EnumSet.allOf(SearchKind.class), TicketScope.ALL);

    public SearchReach {
        kinds = Set.copyOf(kinds);
    }

    /** Tickets; arrivals and persons for those alone who may read these, too. */
    public static SearchReach of(Actor actor) {
        Set<SearchKind> kinds = EnumSet.of(SearchKind.TICKET);
        if (actor.scope().isAll() && actor.may(Permission.ITEMS_READ)) {
            kinds.add(SearchKind.ITEM);
        }
        if (actor.scope().isAll() && actor.may(Permission.PERSONS_READ)) {
            kinds.add(SearchKind.PERSON);
        }
        return new SearchReach(kinds, actor.scope());
    }
}
