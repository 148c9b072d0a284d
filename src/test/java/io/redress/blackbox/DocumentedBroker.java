package io.redress.blackbox;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.filter.DestinationMapEntry;
import org.apache.activemq.jaas.UserPrincipal;
import org.apache.activemq.security.AuthorizationEntry;
import org.apache.activemq.security.AuthorizationPlugin;
import org.apache.activemq.security.DefaultAuthorizationMap;
import org.apache.activemq.security.SecurityContext;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * An ActiveMQ Classic in a process of its own with the settings of the example in docs/broker.md; only its login module is ours:
 * each user's password is its name, and its group has its name.
 */
public final class DocumentedBroker {

    private static final Pattern EXAMPLE = Pattern.compile("```xml\\n(<broker .*?</broker>)\\n```", Pattern.DOTALL);

    private DocumentedBroker() {}

    /** A group, with the constructor that ActiveMQ looks for. */
    public record Group(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    /** What runs in the process: {@code <port>}. */
    public static void main(String[] arguments) throws Exception {
        Element example = example();
        var broker = new BrokerService();
        broker.setBrokerName(example.getAttribute("brokerName"));
        broker.setPopulateJMSXUserID(Boolean.parseBoolean(example.getAttribute("populateJMSXUserID")));
        broker.setUseAuthenticatedPrincipalForJMSXUserID(
                Boolean.parseBoolean(example.getAttribute("useAuthenticatedPrincipalForJMSXUserID")));
        broker.setAdvisorySupport(Boolean.parseBoolean(example.getAttribute("advisorySupport")));
        broker.setPersistent(false);
        broker.setUseJmx(false);
        List<DestinationMapEntry> entries = new ArrayList<>();
        List<ActiveMQDestination> queues = new ArrayList<>();
        var written = example.getElementsByTagName("authorizationEntry");
        for (int i = 0; i < written.getLength(); i++) {
            var one = (Element) written.item(i);
            var entry = new AuthorizationEntry();
            entry.setGroupClass(Group.class.getName());
            if (one.hasAttribute("queue")) {
                entry.setQueue(one.getAttribute("queue"));
                if (!one.getAttribute("queue").contains(">")) {
                    queues.add(new ActiveMQQueue(one.getAttribute("queue")));
                }
            } else {
                entry.setTopic(one.getAttribute("topic"));
            }
            entry.setRead(one.getAttribute("read"));
            entry.setWrite(one.getAttribute("write"));
            entry.setAdmin(one.getAttribute("admin"));
            entries.add(entry);
        }
        broker.setDestinations(queues.toArray(ActiveMQDestination[]::new));
        broker.setPlugins(
                new BrokerPlugin[] {Login::new, new AuthorizationPlugin(new DefaultAuthorizationMap(entries))});
        broker.addConnector("tcp://127.0.0.1:" + arguments[0]);
        broker.start();
        broker.waitUntilStopped();
    }

    private static Element example() throws Exception {
        Matcher example = EXAMPLE.matcher(page());
        if (!example.find()) {
            throw new IllegalStateException("docs/broker.md has no example of a broker");
        }
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return xml.parse(new InputSource(new StringReader(example.group(1)))).getDocumentElement();
    }

    static String page() throws IOException {
        return Files.readString(Path.of("docs/broker.md"));
    }

    private static final class Login extends BrokerFilter {

        Login(Broker next) {
            super(next);
        }

        @Override
        public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
            if (info.getUserName() == null || !info.getUserName().equals(info.getPassword())) {
                throw new SecurityException("wrong password");
            }
            Group group = new Group(info.getUserName());
            context.setSecurityContext(new SecurityContext(info.getUserName()) {
                @Override
                public Set<Principal> getPrincipals() {
                    return Set.of(group, new UserPrincipal(group.name()));
                }
            });
            super.addConnection(context, info);
        }
    }
}
