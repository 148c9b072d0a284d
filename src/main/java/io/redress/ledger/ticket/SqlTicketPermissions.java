package io.redress.ledger.ticket;

import io.redress.access.BrokerUser;
import io.redress.access.MessageSender;
import io.redress.access.QueuePermissions;
import io.redress.access.TicketPermissions;
import io.redress.due.QueueNames;
import io.redress.triage.CategoryRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which tickets each user was given: those that are, or ever were, in a category whose queue it reads. */
public final class SqlTicketPermissions implements TicketPermissions {

    private final JdbcClient jdbc;
    private final QueuePermissions permissions;
    private final CategoryRules categories;

    public SqlTicketPermissions(JdbcClient jdbc, QueuePermissions permissions, CategoryRules categories) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.categories = categories;
    }

    @Override
    public @Nullable String refusal(MessageSender sender, String ticket) {
        return refusal(sender, QueueNames.UPDATES, ticket);
    }

    @Override
    public @Nullable String refusalOfCall(MessageSender sender, @Nullable String ticket) {
        String name = sender.name();
        boolean toldOfAll = name != null && permissions.mayRead(name, QueueNames.CALLBACKS);
        return refusal(sender, QueueNames.OUTCOMES, toldOfAll ? null : ticket);
    }

    /** @param ticket null when it is not to be looked at */
    private @Nullable String refusal(MessageSender sender, String queue, @Nullable String ticket) {
        if (sender.isHub()) {
            return null;
        }
        String name = sender.name();
        if (name == null) {
            return permissions.users().named().isEmpty()
                    ? null // nobody is told from others: the broker alone decides who may send
                    : "the broker did not say which user sent it, and config/broker-users.yaml names users";
        }
        Optional<BrokerUser> user = permissions.find(name);
        if (user.isEmpty()) {
            return permissions.users().named().isEmpty()
                    ? null
                    : "user '" + name + "' is not in config/broker-users.yaml";
        }
        if (!permissions.mayWrite(name, queue)) {
            return "user '" + name + "' may not write " + queue;
        }
        return ticket == null || user.get().readsAll() || wasGiven(name, ticket)
                ? null
                : "user '" + name + "' was not given ticket " + ticket;
    }

    private boolean wasGiven(String user, String ticket) {
        List<String> been =
                jdbc.sql("""
                        select category from ticket where number = :number
                        union select document -> 'triage' ->> 'category' from ticket where number = :number
                        union select body ->> 'category' from ticket_update
                         where ticket_number = :number and kind = 'reclassified' and outcome = 'applied'
                        """).param("number", ticket).query(String.class).list();
        return been.stream()
                .filter(category -> category != null && categories.has(category))
                .anyMatch(category -> permissions.mayRead(user, categories.queue(category)));
    }
}
