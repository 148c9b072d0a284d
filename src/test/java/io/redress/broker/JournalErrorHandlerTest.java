package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.DataEncryption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.page.PageFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalErrorHandlerTest {

    @TempDir
    Path folder;

    private final AtomicInteger ends = new AtomicInteger();
    private BrokerService broker;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.in(folder, 1L << 30, DataEncryption.none());
        broker.setIoExceptionHandler(new JournalErrorHandler(ends::incrementAndGet));
        broker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void a_full_disk_is_waited_out() throws Exception {
        broker.handleIOException(new IOException("No space left on device"));
        broker.handleIOException(new IOException("the journal", new IOException("Disk quota exceeded")));
        assertThat(ends).hasValue(0);
        assertThat(broker.isStarted()).isTrue();
    }

    @Test
    void a_full_disk_that_the_index_met_ends_the_process_whatever_the_journal_met_meanwhile() throws Exception {
        PageFile index = ((KahaDBPersistenceAdapter) broker.getPersistenceAdapter())
                .getStore()
                .getPageFile();
        index.unload(); // as it is after a write that failed
        broker.handleIOException(new IOException("the journal: No space left on device"));
        broker.handleIOException(new IOException("the index: No space left on device"));
        assertThat(ends).hasValue(2);
        assertThat(index.isLoaded()).isFalse();
        index.load();
    }

    @Test
    void any_other_error_of_the_store_ends_the_process() throws Exception {
        broker.handleIOException(new IOException("Input/output error"));
        assertThat(ends).hasValue(1);
    }

    @Test
    void an_error_while_the_broker_is_stopped_on_purpose_does_not() throws Exception {
        broker.stop();
        broker.handleIOException(new IOException("the file is closed"));
        assertThat(ends).hasValue(0);
    }
}
