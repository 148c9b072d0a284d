package io.redress.configuration.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.ledger.search.FoundRows;
import io.redress.ledger.search.SearchIndexer;
import io.redress.ledger.search.SqlSearchIndex;
import io.redress.mapping.PhoneNumbers;
import io.redress.search.SearchService;
import io.redress.search.TicketWords;
import io.redress.settings.PrivacySettings;
import io.redress.settings.ticket.SearchSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The search box, and the index behind it. */
@Configuration(proxyBeanMethods = false)
class SearchBeans {

    @Bean
    SearchIndexer searchIndexer(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            JdbcTemplate batches,
            ObjectMapper json,
            PrivacySettings privacy) {
        return new SearchIndexer(transaction, jdbc, batches, json, new TicketWords(new PhoneNumbers(privacy.region())));
    }

    @Bean
    SearchService searchService(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectMapper json,
            SearchSettings settings,
            PrivacySettings privacy,
            Clock clock) {
        var index = new SqlSearchIndex(jdbc, transaction, new FoundRows(jdbc, json), settings.timeLimit());
        return new SearchService(index, new PhoneNumbers(privacy.region()), clock);
    }
}
