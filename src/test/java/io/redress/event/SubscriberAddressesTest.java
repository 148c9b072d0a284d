package io.redress.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberAddressesTest {

    private final SubscriberAddresses strict = new SubscriberAddresses(List.of(), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "100.64.0.1",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void no_connection_leads_into_a_private_network_or_to_metadata_of_a_cloud(String address) throws Exception {
        assertThat(strict.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void public_addresses_are_permitted(String address) throws Exception {
        assertThat(strict.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_range_of_the_settings_is_permitted_and_nothing_beside_it() throws UnknownHostException {
        var addresses = new SubscriberAddresses(List.of("10.1.0.0/16", "fd00:1::/32"), false);

        assertThat(addresses.permits(InetAddress.getByName("10.1.255.255"))).isTrue();
        assertThat(addresses.permits(InetAddress.getByName("10.2.0.0"))).isFalse();
        assertThat(addresses.permits(InetAddress.getByName("fd00:1::5"))).isTrue();
        assertThat(addresses.permits(InetAddress.getByName("fd00:2::5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "https:///path",
                "https://user:password@example.com/",
                "https://example.com/#part",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "http://localhost/",
                "not an address"
            })
    void an_address_that_would_be_refused_later_is_refused_when_it_is_written(String url) {
        assertThat(strict.problem(url)).isNotNull();
    }

    @Test
    void http_leads_to_this_machine_only_and_only_where_a_setting_says_so() {
        var open = new SubscriberAddresses(List.of(), true);

        assertThat(open.problem("http://127.0.0.1:8000/hook")).isNull();
        assertThat(open.problem("http://localhost:8000/hook")).isNull();
        assertThat(open.problem("http://example.com/hook")).contains("https");
        assertThat(strict.problem("https://example.com:8443/hook?a=b")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.com", "10.0.0.0/8/8", "10.0.0.0/-1", ""})
    void a_range_that_is_not_one_stops_the_start_with_an_example(String range) {
        assertThatThrownBy(() -> new SubscriberAddresses(List.of(range), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.1.0.0/16");
    }
}
