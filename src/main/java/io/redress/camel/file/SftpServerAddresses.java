package io.redress.camel.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.support.LifecycleStrategySupport;

/** Gives an SFTP endpoint its server back that is named by an IPv6 address, {@code [2001:db8::7]:22}: Camel loses it. */
public final class SftpServerAddresses extends LifecycleStrategySupport {

    private static final Pattern SERVER =
            Pattern.compile("^\\w+:(?://)?(?:\\[|%5B)([0-9A-Fa-f:.]+)(?:]|%5D)(?::(\\d{1,5}))?");

    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof GenericFileEndpoint<?> files
                && files.getConfiguration() instanceof RemoteFileConfiguration server
                && server.getHost() == null) {
            Matcher written = SERVER.matcher(endpoint.getEndpointUri());
            if (written.find()) {
                server.setHost(written.group(1));
                if (written.group(2) != null) {
                    server.setPort(Integer.parseInt(written.group(2)));
                }
            }
        }
    }
}
