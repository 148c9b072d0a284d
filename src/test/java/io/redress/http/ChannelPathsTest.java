package io.redress.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ChannelPathsTest {

    private final CamelContext camel = new DefaultCamelContext();
    private final ChannelPaths paths = new ChannelPaths();

    @Test
    void a_request_to_the_letter_is_the_channels() {
        SpringBootPlatformHttpConsumer consumer = consumer("/complaints?httpMethodRestrict=POST");
        paths.add(consumer);
        assertThat(paths.of(new MockHttpServletRequest("POST", "/complaints"))).isSameAs(consumer);
    }

    @Test
    void each_of_several_methods_is_the_channels() {
        SpringBootPlatformHttpConsumer consumer = consumer("/webhooks/wecom?httpMethodRestrict=GET,POST");
        paths.add(consumer);
        assertThat(paths.of(new MockHttpServletRequest("GET", "/webhooks/wecom")))
                .isSameAs(consumer);
        assertThat(paths.of(new MockHttpServletRequest("POST", "/webhooks/wecom")))
                .isSameAs(consumer);
    }

    @Test
    void the_context_path_of_the_web_server_is_no_part_of_it() {
        paths.add(consumer("/complaints?httpMethodRestrict=POST"));
        var request = new MockHttpServletRequest("POST", "/shop/complaints");
        request.setContextPath("/shop");
        assertThat(paths.of(request)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/complaints/", "/complaints;a=b", "//complaints", "/%63omplaints", "/complaints/../complaints"})
    void a_path_that_is_spelt_in_another_way_is_left_to_the_dispatcher(String path) {
        paths.add(consumer("/complaints?httpMethodRestrict=POST"));
        assertThat(paths.of(new MockHttpServletRequest("POST", path))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "post"})
    void another_method_is_left_to_the_dispatcher(String method) {
        paths.add(consumer("/complaints?httpMethodRestrict=POST"));
        assertThat(paths.of(new MockHttpServletRequest(method, "/complaints"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/{shop}?httpMethodRestrict=POST",
                "/complaints",
                "/complaints?httpMethodRestrict=POST&matchOnUriPrefix=true",
                "/complaints?httpMethodRestrict=POST&consumes=application/json",
                "/complaints?httpMethodRestrict=POST&produces=application/json"
            })
    void what_is_to_be_compared_besides_path_and_method_is_left_to_the_dispatcher(String endpoint) {
        paths.add(consumer(endpoint));
        assertThat(paths.of(new MockHttpServletRequest("POST", "/complaints"))).isNull();
        assertThat(paths.of(new MockHttpServletRequest("POST", "/forms/{shop}")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api", "/actuator/health", "/error", "/"})
    void a_path_of_the_hub_itself_is_left_to_the_dispatcher_which_asks_for_a_key(String path) {
        paths.add(consumer(path + "?httpMethodRestrict=POST"));
        assertThat(paths.of(new MockHttpServletRequest("POST", path))).isNull();
    }

    @Test
    void a_channel_that_is_taken_away_takes_no_requests() {
        SpringBootPlatformHttpConsumer consumer = consumer("/complaints?httpMethodRestrict=POST");
        paths.add(consumer);
        paths.remove(consumer);
        assertThat(paths.of(new MockHttpServletRequest("POST", "/complaints"))).isNull();
    }

    @Test
    void a_channel_that_is_read_anew_takes_the_place_of_the_one_before() {
        SpringBootPlatformHttpConsumer before = consumer("/complaints?httpMethodRestrict=POST");
        SpringBootPlatformHttpConsumer after = consumer("/complaints?httpMethodRestrict=POST");
        paths.add(before);
        paths.remove(before);
        paths.add(after);
        paths.remove(before);
        assertThat(paths.of(new MockHttpServletRequest("POST", "/complaints"))).isSameAs(after);
    }

    private SpringBootPlatformHttpConsumer consumer(String path) {
        var endpoint = camel.getEndpoint("platform-http:" + path, PlatformHttpEndpoint.class);
        return new SpringBootPlatformHttpConsumer(endpoint, exchange -> {});
    }
}
