package io.redress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.blackbox.HubProcess;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/container shows fits the hub and its broker. */
class ContainerFilesTest {

    private static final Path FOLDER = Path.of("docs/container");

    @TempDir
    private Path folder;

    @Test
    void the_broker_starts_and_lets_in_the_hub_alone() throws Exception {
        int port = HubProcess.freePort();
        String xml = Files.readString(FOLDER.resolve("activemq.xml"))
                .replace("tcp://0.0.0.0:61616", "tcp://127.0.0.1:" + port)
                .replace("\"data", "\"" + folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("activemq.xml"), xml);
        System.setProperty("redress.password", "only-the-hub");
        BrokerService broker = BrokerFactory.createBroker("xbean:file:" + file);
        try {
            broker.start();
            String url = "tcp://127.0.0.1:" + port;
            try (var hub = new ActiveMQConnectionFactory("redress", "only-the-hub", url).createConnection()) {
                hub.start();
            }
            assertThatThrownBy(() -> login(url, "redress", "guessed")).isInstanceOf(JMSSecurityException.class);
            assertThatThrownBy(() -> login(url, null, null)).isInstanceOf(JMSSecurityException.class);
        } finally {
            broker.stop();
            System.clearProperty("redress.password");
        }
    }

    @Test
    void every_variable_of_the_hub_is_a_setting() throws Exception {
        String settings = Files.readString(Path.of("docs/settings.md"));
        List<String> variables = Pattern.compile("(?m)^ +(REDRESS_[A-Z_]+):")
                .matcher(Files.readString(FOLDER.resolve("compose.yaml")))
                .results()
                .map(variable -> variable.group(1))
                .toList();
        assertThat(variables).isNotEmpty().allMatch(variable -> settings.contains("`" + variable + "`"));
    }

    @Test
    void the_image_starts_the_hub_as_its_service_does() throws Exception {
        String image = Files.readString(FOLDER.resolve("Containerfile"));
        List<String> unit = Files.readAllLines(Path.of("docs/redress.service"));
        String program = unit.stream()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("ExecStart=(\\S+) .*", "$1");
        assertThat(image).contains("ENTRYPOINT [\"" + program + "\"");
        assertThat(unit)
                .contains("WorkingDirectory=" + valueOf(image, "WORKDIR"))
                .contains("User=" + valueOf(image, "USER"))
                .contains("Environment=" + valueOf(image, "ENV").replaceFirst(" SERVER_ADDRESS=.*", ""));
    }

    private static void login(String url, String user, String password) throws JMSException {
        try (var connection = new ActiveMQConnectionFactory(user, password, url).createConnection()) {
            connection.start();
        }
    }

    private static String valueOf(String image, String instruction) {
        return image.lines()
                .filter(line -> line.startsWith(instruction + " "))
                .findFirst()
                .orElseThrow()
                .substring(instruction.length() + 1);
    }
}
