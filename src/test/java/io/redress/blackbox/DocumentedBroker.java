package io.redress.blackbox;

import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;

/**
 * An ActiveMQ Classic in a process of its own, started as its own start script does, from the files that docs/broker.md shows;
 * only the port is another one.
 */
public final class DocumentedBroker implements AutoCloseable {

    private static final String BEANS = """
            <beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd
                http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd">
            %s
            </beans>
            """;

    private final Path folder;
    private final int port = HubProcess.freePort();
    private final Properties passwords = new Properties();
    private final Process process;

    public DocumentedBroker(Path folder) throws IOException {
        this.folder = folder;
        String xml = block("activemq.xml");
        Files.writeString(
                file("activemq.xml"), BEANS.formatted(xml.replace("tcp://0.0.0.0:61616", "tcp://127.0.0.1:" + port)));
        for (String name : new String[] {"login.config", "users.properties", "groups.properties"}) {
            Files.writeString(file(name), block(name));
        }
        try (var users = Files.newBufferedReader(file("users.properties"))) {
            passwords.load(users);
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.security.auth.login.config="
                                + file("login.config").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DocumentedBroker.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file("log").toFile())
                .start();
        await("the broker, see " + file("log")).atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** What runs in the process. */
    public static void main(String[] arguments) throws Exception {
        BrokerService broker = BrokerFactory.createBroker("xbean:file:activemq.xml");
        broker.start();
        broker.waitUntilStopped();
    }

    /** The block of the page that follows the name of a file in {@code conf}. */
    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile(
                        "`conf/" + Pattern.quote(name) + "`:\\n\\n```\\w*\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/broker.md")));
        if (!block.find()) {
            throw new IllegalStateException("docs/broker.md shows no conf/" + name);
        }
        return block.group(1);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public String password(String user) {
        return passwords.getProperty(user);
    }

    public ActiveMQConnectionFactory as(String user) {
        return new ActiveMQConnectionFactory(user, password(user), url() + "?jms.watchTopicAdvisories=false");
    }

    /** A connection that is logged in. */
    ActiveMQConnection login(String user) throws JMSException {
        var connection = (ActiveMQConnection) as(user).createConnection();
        connection.start();
        return connection;
    }

    String log() throws IOException {
        return Files.readString(file("log"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the broker ended with code " + process.exitValue() + "\n" + log());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
