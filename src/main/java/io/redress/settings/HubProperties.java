package io.redress.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The hub's own settings, prefix {@code redress}; the README's table lists them.
 *
 * @param blobDir the originals, which every node must see; {@code blobs} in the data folder when empty
 * @param publicUrl how customers reach the hub; status links begin with it
 * @param keyFile 64 hexadecimal digits, made at the first start, the same on all nodes; {@code secrets/hub.key} in the data
 *     folder when empty
 * @param inboxGroup a group of this machine whose members may put files into the inbox; none when empty
 * @param zone the shop's zone, for times that customers read
 */
@ConfigurationProperties("redress")
public record HubProperties(
        @DefaultValue("data") Path dataDir,
        @Nullable Path blobDir,
        @DefaultValue("config") Path configDir,
        @DefaultValue("routes") Path routesDir,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @Nullable Path keyFile,
        @Nullable String inboxGroup,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue Broker broker,
        @DefaultValue Database database) {

    public Path blobFolder() {
        return blobDir != null ? blobDir : dataDir.resolve("blobs");
    }

    public Path hubKeyFile() {
        return keyFile != null ? keyFile : dataDir.resolve("secrets").resolve("hub.key");
    }

    /**
     * @param url an external broker; empty for the embedded one
     * @param openWire where the embedded broker listens for downstream systems, once it has a password
     * @param users who may log in there; {@code broker-users.yaml} in the folder of rules when empty
     * @param maxConnectionsPerUser that one of them may have at the embedded broker at once
     * @param storeLimit how much disk the embedded broker's queues may take
     * @param journalFileSize how big a file of an external broker's journal gets; 0: unknown
     */
    public record Broker(
            @DefaultValue("") String url,
            @DefaultValue("tcp://127.0.0.1:61616") String openWire,
            @DefaultValue("redress") String username,
            @DefaultValue("") String password,
            @DefaultValue("10GB") DataSize storeLimit,
            @DefaultValue("32MB") DataSize journalFileSize,
            @DefaultValue("8") int connections,
            @DefaultValue("100") int maxConnectionsPerUser,
            @Nullable Path users) {

        public Broker {
            if (maxConnectionsPerUser < 1) {
                throw new IllegalArgumentException("redress.broker.max-connections-per-user is " + maxConnectionsPerUser
                        + "; give at least 1, or take users out of the file of redress.broker.users");
            }
        }
    }

    /** @param url an external PostgreSQL; empty for the embedded one */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("redress") String username,
            @DefaultValue("") String password,
            @DefaultValue("16") int connections) {}
}
