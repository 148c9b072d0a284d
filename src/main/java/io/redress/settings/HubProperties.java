package io.redress.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The hub as a whole, prefix {@code redress}.
 *
 * @param dataDir everything that must survive a restart; one hub at a time
 * @param blobDir the originals, which every node must see; {@code blobs} in the data folder when empty
 * @param configDir the folder of the rules
 * @param routesDir the folder of the flow
 * @param publicUrl how customers reach the hub; status links begin with it
 * @param keyFile 64 hexadecimal digits, made at the first start, the same on all nodes; {@code secrets/hub.key} in the data
 *     folder when empty
 * @param inboxGroup a group of this machine whose members may put files into the inbox; none when empty
 * @param zone the shop's zone (IANA), for times that people read
 */
@Validated
@ConfigurationProperties("redress")
public record HubProperties(
        @DefaultValue("data") Path dataDir,
        @Nullable Path blobDir,
        @DefaultValue("config") Path configDir,
        @DefaultValue("routes") Path routesDir,
        @WebAddress @DefaultValue("http://localhost:8080") String publicUrl,
        @Nullable Path keyFile,
        @Nullable String inboxGroup,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @Valid @DefaultValue Broker broker,
        @Valid @DefaultValue Database database) {

    public URI publicAddress() {
        return URI.create(publicUrl.strip());
    }

    public Path blobFolder() {
        return blobDir != null ? blobDir : dataDir.resolve("blobs");
    }

    public Path hubKeyFile() {
        return keyFile != null ? keyFile : dataDir.resolve("secrets").resolve("hub.key");
    }

    /**
     * The queues.
     *
     * @param url an external broker; empty for the embedded one
     * @param openWire where the embedded broker listens for downstream systems, once somebody may log in
     * @param username the hub's login at an external broker; at the embedded one, a user who reads all tickets
     * @param password of that user; empty: there is no such user at the embedded broker
     * @param storeLimit how much disk the embedded broker's queues may take
     * @param journalFileSize how big a file of an external broker's journal gets; 0: unknown
     * @param connections size of the connection pool
     * @param maxConnectionsPerUser that one user may have at the embedded broker at once
     * @param users who may log in there; {@code broker-users.yaml} in the folder of rules when empty
     */
    public record Broker(
            @DefaultValue("") String url,
            @DefaultValue("tcp://127.0.0.1:61616") String openWire,
            @DefaultValue("redress") String username,
            @DefaultValue("") String password,
            @DefaultValue("10GB") DataSize storeLimit,
            @DefaultValue("32MB") DataSize journalFileSize,
            @DefaultValue("8") int connections,

            @Min(value = 1, message = "give at least 1, or take users out of the file of redress.broker.users")
            @DefaultValue("100")
            int maxConnectionsPerUser,

            @Nullable Path users) {}

    /**
     * The ledger.
     *
     * @param url an external PostgreSQL (JDBC); empty for the embedded one
     * @param username login of an external one
     * @param password of that login
     * @param connections size of the connection pool; each mailbox that is being polled has one more
     */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("redress") String username,
            @DefaultValue("") String password,
            @Min(1) @DefaultValue("16") int connections) {}
}
