package io.redress.channel.webform.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** The sites that a log named lately: each once in a while, and so many at most, as programs make up any number of them. */
public final class NamedSites {

    private final Cache<String, Boolean> named;
    private final int most;

    public NamedSites(Duration once, int most) {
        this.named = Caffeine.newBuilder().expireAfterWrite(once).build();
        this.most = most;
    }

    /** Whether a site is to be named now. */
    public boolean isNew(String site) {
        if (named.estimatedSize() >= most) {
            named.cleanUp(); // of those whose time is over
        }
        return named.estimatedSize() < most && named.asMap().putIfAbsent(site, true) == null;
    }
}
