package io.redress.channel.webform.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A flood of sites that somebody made up does not fill the log. */
class NamedSitesTest {

    @Test
    void each_site_is_named_once_and_so_many_at_most() {
        var sites = new NamedSites(Duration.ofMinutes(1), 100);
        assertThat(sites.isNew("https://a.example")).isTrue();
        assertThat(sites.isNew("https://a.example")).isFalse();
        assertThat(IntStream.range(0, 10_000).filter(n -> sites.isNew("https://" + n + ".example")))
                .hasSize(99);
    }

    @Test
    void a_site_is_named_again_after_its_time() {
        var sites = new NamedSites(Duration.ZERO, 1);
        assertThat(sites.isNew("https://a.example")).isTrue();
        assertThat(sites.isNew("https://a.example")).isTrue();
    }
}
