package io.redress.channel.webform;

import io.redress.channel.webform.origin.NamedSites;
import io.redress.status.StatusLinks;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers browsers that ask for a page of another site whether it may send a form, and pages that may not. */
public final class FormOrigins {

    private static final Logger LOG = LoggerFactory.getLogger(FormOrigins.class);
    private static final Duration SAID_ONCE = Duration.ofMinutes(1);
    private static final int MOST_SAID = 100;
    private static final String NOT_ALLOWED =
            "Pages of this site may not send this form. Whoever runs the hub can add the site to allowedOrigins of the form.";

    private final FormResponses answers;
    private final StatusLinks links;
    private final NamedSites said = new NamedSites(SAID_ONCE, MOST_SAID);

    public FormOrigins(Pages pages, StatusLinks links, FormGuard guard) {
        this.answers = new FormResponses(pages, links, guard);
        this.links = links;
    }

    public boolean isPreflight(FormRequest request) {
        return request.origin().preflight();
    }

    /** Whether the request comes from a page of a site that the form's channel does not name. */
    public boolean isForeign(FormRequest request) {
        return request.origin().isForeign(request.channel().origins(), links.origin());
    }

    /** What a page may send; 403 for all sites but those that the channel names. */
    public PageResponse preflight(FormRequest request) {
        var allowed = request.channel().origins();
        return allowed.allows(request.origin().origin())
                ? PageResponse.empty(204).with(request.origin().preflightHeaders(allowed))
                : foreign(request);
    }

    /** The refusal. Each site is named in the log once a minute, and a hundred at most, so that a flood of them does not fill it. */
    public PageResponse foreign(FormRequest request) {
        String channel = request.channel().name();
        String site = request.origin().words();
        if (said.isNew(channel + " " + site)) {
            LOG.warn(
                    "A page of {} may not send the form of channel {}: add the site to its allowedOrigins if it is yours",
                    site,
                    channel);
        }
        return answers.refused(request, 403, NOT_ALLOWED, null);
    }
}
