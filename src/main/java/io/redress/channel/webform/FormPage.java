package io.redress.channel.webform;

import io.redress.channel.webform.origin.RequestOrigin;
import io.redress.status.StatusLinks;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.util.Map;
import java.util.Set;

/**
 * The page of a form, empty but for what its address says. Each one carries an idempotency key, so that two clicks make one
 * ticket. Pages of other sites that the form's channel names can read it, which is how {@link FormScript} gets the form.
 */
public final class FormPage {

    private final FormResponses answers;
    private final StatusLinks links;
    private final Set<String> stores;

    /** @param stores the shop's stores; empty when they are not known */
    public FormPage(Pages pages, StatusLinks links, FormGuard guard, Set<String> stores) {
        this.answers = new FormResponses(pages, links, guard);
        this.links = links;
        this.stores = Set.copyOf(stores);
    }

    /** The page at an address of its own. */
    public PageResponse show(FormChannel channel, String address, FormLink link, RequestOrigin origin) {
        Map<String, String> values = link.values(stores);
        String here = links.path(address) + FormLink.query(values);
        return answers.empty(channel, here, link.language(), values, link.bare())
                .with(origin.headers(channel.origins()));
    }
}
