package io.redress.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** Ways to break the product's promises from outside, by a hub's own copy of {@code routes/}, its settings or its database. */
enum Sabotage {
    NONE,
    /** Channels answer while the hand-off is still to be made, a second later. */
    ANSWER_FIRST,
    /** What the channels call their items is not recognised when it comes again. */
    NO_IDEMPOTENCE,
    /** The messages to the category queues do not leave with the consumer's transaction. */
    OWN_TRANSACTION,
    /** Disk syncs return at once and do nothing: Debian's package eatmydata. */
    NO_SYNC;

    static final Path EAT_MY_DATA = Path.of("/usr/lib/x86_64-linux-gnu/libeatmydata.so");

    void beforeTheStart(Installation site) throws IOException {
        var shop = new ShopConfiguration(site.folder());
        switch (this) {
            case ANSWER_FIRST -> {
                shop.edit(
                        "routes/05-hand-off.camel.yaml",
                        HAND_OFF,
                        "        - wireTap:\n            uri: direct:late-hand-off\n");
                Files.writeString(site.folder().resolve("routes/07-late.camel.yaml"), LATE);
            }
            case OWN_TRANSACTION -> {
                shop.edit("routes/30-dispatch.camel.yaml", DISPATCH, ASIDE);
                // widens what a kill must hit: the item has been sent on, and its transaction is still open
                shop.edit(
                        "routes/10-intake.camel.yaml",
                        "            uri: direct:intake-batch\n",
                        "            uri: direct:intake-batch\n        - delay:\n            constant: \"300\"\n");
            }
            case NO_SYNC -> site.hub.by("LD_PRELOAD=" + EAT_MY_DATA);
            default -> {}
        }
    }

    void afterTheStart(Installation site) throws SQLException {
        if (this == NO_IDEMPOTENCE) {
            try (var connection = DriverManager.getConnection(
                            Objects.requireNonNull(site.database).url(), "postgres", "");
                    var statement = connection.createStatement()) {
                statement.execute(FORGET);
            }
        }
    }

    private static final String HAND_OFF = """
                    - marshal:
                        variableReceive: wire
                        json: {}
                    - choice:
                        when:
                          - simple: "${body.format} == 'email'"
                            steps:
                              - setHeader: # those of one group are judged in their order
                                  name: JMSXGroupID
                                  simple: "${body.group}"
                              - to:
                                  uri: jms:queue:intake.mail?jmsMessageType=Text
                                  pattern: InOnly
                                  variableSend: wire
                                  variableReceive: wire
                              - removeHeader:
                                  name: JMSXGroupID
                          - simple: "${body.format} == 'call-row'"
                            steps:
                              - to:
                                  uri: jms:queue:intake.files?jmsMessageType=Text
                                  pattern: InOnly
                                  variableSend: wire
                                  variableReceive: wire
                        otherwise:
                          steps:
                            - to:
                                uri: jms:queue:intake?jmsMessageType=Text
                                pattern: InOnly
                                variableSend: wire
                                variableReceive: wire
            """;

    private static final String DISPATCH = """
                              - toD:
                                  description: the queue's name is from config/categories.yaml, never from the message
                                  uri: jms:queue:${variable.queue}?jmsMessageType=Text
                                  pattern: InOnly
            """;

    /** By another thread, which has no part in the transaction. */
    private static final String ASIDE = """
                              - wireTap:
                                  uri: jms:queue:${variable.queue}?jmsMessageType=Text
            """;

    private static final String LATE = """
            - route:
                id: late-hand-off
                from:
                  uri: direct:late-hand-off
                  steps:
                    - delay:
                        constant: "1000"
                    - marshal:
                        json: {}
                    - to:
                        uri: jms:queue:intake
                        pattern: InOnly
                        parameters:
                          jmsMessageType: Text
            """;

    private static final String FORGET = """
            create function forget() returns trigger language plpgsql as
              $$ begin new.key := new.key || ' ' || gen_random_uuid(); return new; end $$;
            create trigger forget before insert on source_key for each row execute function forget();
            """;
}
