package io.redress.camel.event;

import io.redress.event.AddressNotPermitted;
import io.redress.event.SubscriberAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;

/**
 * The client of events. What a host's name resolves to is judged when the connection is opened, and the connection goes to what was
 * judged; redirects are not followed, nothing is sent twice, answers are read as {@link BriefAnswer} says, cookies are not kept.
 */
public final class SubscriberHttpClientConfigurer implements HttpClientConfigurer {

    private static final int MOST_CONNECTIONS = 50;
    private static final int MOST_OF_ONE = 4;
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;
    private static final int SECONDS_TO_CONNECT = 5;

    private final SubscriberAddresses addresses;

    public SubscriberHttpClientConfigurer(SubscriberAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        var limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PermittedAddresses())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(limits)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
                                .build())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_OF_ONE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .addExecInterceptorLast("brief-answer", new BriefAnswer());
    }

    /** All addresses of a name; none at all when one of them is not permitted. */
    private final class PermittedAddresses extends SystemDefaultDnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = super.resolve(host);
            for (InetAddress address : all) {
                if (!addresses.permits(address)) {
                    throw new AddressNotPermitted();
                }
            }
            return all;
        }
    }
}
