package io.redress.configuration;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.KeyFile;
import io.redress.handoff.BlobReencryption;
import io.redress.ledger.encryption.EncryptionKeyRows;
import io.redress.ledger.encryption.RowReencryption;
import io.redress.settings.EncryptionSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encryption at rest. What reads or writes it is made after the keys were found to be all there. */
@Configuration(proxyBeanMethods = false)
@Import({EncryptionKeyRows.class, RowReencryption.class, BlobReencryption.class})
class EncryptionBeans {

    /** Without a database, as in a trial, nothing is kept and nothing is encrypted. */
    @Bean
    DataEncryption dataEncryption(EncryptionSettings settings, ObjectProvider<JdbcClient> jdbc, Clock clock) {
        JdbcClient database = jdbc.getIfAvailable();
        if (database == null) {
            return DataEncryption.none();
        }
        Path file = settings.keyFile();
        try {
            DataEncryption encryption =
                    file == null ? DataEncryption.none() : new DataEncryption(KeyFile.read(file), settings.enabled());
            new EncryptionKeyRows(database, clock).admit(encryption);
            return encryption;
        } catch (IllegalStateException e) {
            String[] words = String.valueOf(e.getMessage()).split(" → ", 2);
            Path place = file == null ? Path.of("redress.encryption.key-file") : file;
            throw new InvalidConfiguration(
                    List.of(new Finding(place, 0, words[0], words.length == 2 ? words[1] : "fix the key file")));
        }
    }
}
