package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void a_value_stays_a_value() {
        assertThat(new PageAddress("/console/items").with("q", " a&b=c#d+e 沙发 ").toString())
                .isEqualTo("/console/items?q=a%26b%3Dc%23d%2Be%20%E6%B2%99%E5%8F%91");
    }

    @Test
    void what_was_not_given_is_left_out_unless_it_means_something() {
        PageAddress address = new PageAddress("/console/items").with("q", null).with("state", " ");

        assertThat(address.isBare()).isTrue();
        assertThat(address.exactly("key", "").toString()).isEqualTo("/console/items?key=");
    }
}
