package io.redress.status;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.ticket.TicketNumber;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page on which a customer asks for the link once more. Its answer is the same, and takes as long, whether there is such a
 * ticket or not: the work is done afterwards.
 */
public final class StatusLinkRequests {

    private static final Logger LOG = LoggerFactory.getLogger(StatusLinkRequests.class);
    private static final String TEMPLATE = "status-link";
    private static final String ADDRESS = "/status/link?";
    private static final int PER_MINUTE = 5;
    private static final int MOST_NETWORKS = 100_000;
    private static final int LONGEST_NUMBER = 40;

    private final Pages pages;
    private final StatusLinks links;
    private final StatusLinkSender sender;
    private final Executor afterwards;
    private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(MOST_NETWORKS)
            .build();

    /** @param afterwards bounded; what it refuses is not done, for the customer can ask again */
    public StatusLinkRequests(Pages pages, StatusLinks links, StatusLinkSender sender, Executor afterwards) {
        this.pages = pages;
        this.links = links;
        this.sender = sender;
        this.afterwards = afterwards;
    }

    /** The page that asks for the number. */
    public PageResponse show(@Nullable String lang, @Nullable String acceptLanguage) {
        return page(200, Languages.best(lang, acceptLanguage), "ask");
    }

    /**
     * Asks.
     *
     * @param number as typed
     * @param network of the sender, by which questions are counted
     */
    public PageResponse ask(
            @Nullable String number, String network, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        if (asked.get(network, any -> new AtomicInteger()).incrementAndGet() > PER_MINUTE) {
            return page(429, language, "too-many").withRetryAfter(60);
        }
        Optional<String> meant = number == null || number.length() > LONGEST_NUMBER
                ? Optional.empty()
                : TicketNumber.namedIn(number).stream().findFirst();
        if (meant.isEmpty()) {
            return page(400, language, "wrong");
        }
        try {
            afterwards.execute(() -> send(meant.get()));
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many questions for status links wait; one was dropped");
        }
        return page(200, language, "asked");
    }

    private void send(String number) {
        try {
            sender.sendAgain(number);
        } catch (RuntimeException e) {
            LOG.error("The status link of {} could not be sent again", number, e);
        }
    }

    private PageResponse page(int status, String language, String state) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("here", links.path(ADDRESS));
        model.put("action", links.path(ADDRESS) + "lang=" + language);
        model.put("state", state);
        return pages.page(status, TEMPLATE, language, model);
    }
}
