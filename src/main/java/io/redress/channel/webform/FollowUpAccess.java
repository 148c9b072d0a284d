package io.redress.channel.webform;

import io.redress.standing.TicketAction;
import io.redress.status.CustomerViews;
import io.redress.status.StatusAccess;
import io.redress.status.StatusAccess.Link;
import java.util.Optional;

/** Which ticket a form adds to that came by a status page. */
public final class FollowUpAccess {

    private final StatusAccess access;
    private final CustomerViews views;

    public FollowUpAccess(StatusAccess access, CustomerViews views) {
        this.access = access;
        this.views = views;
    }

    /** @param ticket for the number of a repeat that of the first ticket, as the page shows it */
    record Followed(Link link, String ticket) {}

    /** Empty where the link does not count, by whatever reason. */
    Optional<Followed> of(FormRequest request) {
        return request.number() == null
                ? Optional.empty()
                : access.allowed(request.number(), request.token(), TicketAction.FOLLOW_UP)
                        .map(link -> new Followed(
                                link,
                                views.find(link.number())
                                        .map(view -> view.number())
                                        .orElse(link.number())));
    }
}
