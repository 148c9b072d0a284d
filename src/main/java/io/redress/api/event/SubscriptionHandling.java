package io.redress.api.event;

import io.redress.api.NotFoundException;
import io.redress.event.EventDeliveries;
import io.redress.event.EventDelivery;
import io.redress.event.EventSubscription;
import io.redress.event.EventSubscriptions;
import io.redress.event.EventType;
import io.redress.event.SubscriptionMaker;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the API and the console do with subscriptions; each answers 404 where there is none of the name. */
@Component
public class SubscriptionHandling {

    private static final int SHOWN = 50;

    private final EventSubscriptions subscriptions;
    private final EventDeliveries deliveries;
    private final SubscriptionMaker maker;
    private final Clock clock;

    SubscriptionHandling(
            EventSubscriptions subscriptions, EventDeliveries deliveries, SubscriptionMaker maker, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.maker = maker;
        this.clock = clock;
    }

    public List<EventSubscription> all() {
        return subscriptions.all();
    }

    public EventSubscription get(String name) {
        return subscriptions.find(name).orElseThrow(SubscriptionHandling::unknown);
    }

    /** The last fifty, the latest first. */
    public List<EventDelivery> deliveries(String name) {
        return deliveries.latest(get(name).name(), SHOWN);
    }

    public SubscriptionMaker.Result make(SubscriptionMaker.Asked asked, String by) {
        return maker.make(asked, by);
    }

    public SubscriptionMaker.Made rotate(String name) {
        return maker.rotate(name).orElseThrow(SubscriptionHandling::unknown);
    }

    /** Plans an event that says no more than its own type. */
    public void test(String name) {
        if (!deliveries.plan(name, EventType.WEBHOOK_TEST, name)) {
            throw new NotFoundException(
                    "No webhook of that name gets events", "Enable it first; see GET /api/webhooks.");
        }
    }

    /** Sends what failed again; gives the number of events. */
    public int replay(String name) {
        return deliveries.replay(get(name).name());
    }

    public void enable(String name) {
        found(subscriptions.enable(name));
    }

    public void disable(String name) {
        subscriptions.disable(get(name).name(), clock.instant(), null);
    }

    public void remove(String name) {
        found(subscriptions.remove(name));
    }

    private static void found(boolean done) {
        if (!done) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no webhook of that name", "See GET /api/webhooks.");
    }
}
