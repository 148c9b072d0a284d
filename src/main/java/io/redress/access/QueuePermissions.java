package io.redress.access;

import io.redress.triage.CategoryRules;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which queue a user may read and write: those of its categories, and what else it was given; every other one is none of
 * its business. Follows its files at once.
 */
public final class QueuePermissions {

    private final Supplier<BrokerUsers> users;
    private final CategoryRules categories;

    public QueuePermissions(Supplier<BrokerUsers> users, CategoryRules categories) {
        this.users = users;
        this.categories = categories;
    }

    public BrokerUsers users() {
        return users.get();
    }

    public Optional<BrokerUser> find(String user) {
        return users.get().find(user);
    }

    /** Whether a user may take messages from a queue, or look at them. */
    public boolean mayRead(String user, String queue) {
        return find(user).filter(known -> mayRead(known, queue)).isPresent();
    }

    private boolean mayRead(BrokerUser user, String queue) {
        if (BrokerUser.READABLE.contains(queue)) {
            return user.reads().contains(queue);
        }
        return user.readsAll()
                ? categories.queues().contains(queue)
                : user.reads().stream()
                        .filter(categories::has)
                        .anyMatch(category -> categories.queue(category).equals(queue));
    }

    /** Whether a user takes the tickets of every category. */
    public boolean mayReadAll(String user) {
        return find(user).filter(BrokerUser::readsAll).isPresent();
    }

    public boolean mayWrite(String user, String queue) {
        return find(user).filter(known -> known.writes().contains(queue)).isPresent();
    }
}
