package io.redress.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.redress.database.EmbeddedDatabase;
import io.redress.ledger.search.FoundRows;
import io.redress.ledger.search.SearchIndexer;
import io.redress.ledger.search.SqlSearchIndex;
import io.redress.mapping.PhoneNumbers;
import io.redress.search.SearchReach;
import io.redress.search.SearchService;
import io.redress.search.TicketWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Phase {@code search}: how long the search box takes in a big ledger, how big its index is, and what a ticket's words cost. */
final class SearchBenchmark {

    private static final String PHASE = "search";
    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");
    private static final int AT_ONCE = 20_000;
    private static final int MEASURED = 10_000;
    private static final int TIMES = 60;
    private static final int PAGE = 20;

    private final BenchSettings settings;
    private final BenchmarkReport report;
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    SearchBenchmark(BenchSettings settings, BenchmarkReport report) {
        this.settings = settings;
        this.report = report;
    }

    void measure() throws Exception {
        Path folder = Files.createDirectories(settings.folder.resolve(PHASE));
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder, RawBroker.PASSWORD);
                HikariDataSource database = pool(postgres.url())) {
            Flyway.configure().dataSource(database).load().migrate();
            var jdbc = JdbcClient.create(database);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            var indexer =
                    new SearchIndexer(transaction, jdbc, new JdbcTemplate(database), json, new TicketWords(PHONES));
            List<String> examples = new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("config/categories.examples.yaml").toFile())
                    .path("examples")
                    .findValuesAsText("text");
            try (Connection connection = database.getConnection()) {
                if (count(jdbc) < settings.tickets) {
                    SearchedTickets.examples(connection, examples);
                    fill(connection, jdbc, indexer, examples.size());
                }
                if (settings.rounds > 0) {
                    cost(connection, jdbc, indexer, examples.size());
                }
            }
            sizes(jdbc);
            var index = new SqlSearchIndex(jdbc, transaction, new FoundRows(jdbc, json), Duration.ofSeconds(10));
            search(new SearchService(index, PHONES, Clock.systemUTC()));
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword(RawBroker.PASSWORD);
        pool.setMaximumPoolSize(4);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    private static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ticket_search")
                .query(Integer.class)
                .single();
    }

    /** The index of words is made at the end, all at once: one by one it would take an hour. */
    private void fill(Connection connection, JdbcClient jdbc, SearchIndexer indexer, int examples) throws Exception {
        jdbc.sql("drop index ticket_search_by_word").update();
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            for (int from = 1; from <= settings.tickets; from += AT_ONCE) {
                SearchedTickets.insert(connection, examples, from, Math.min(settings.tickets, from + AT_ONCE - 1));
                while (indexer.run() > 0) {
                    // until none waits
                }
            }
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("create index ticket_search_by_word on ticket_search using gin (words)");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            statement.execute("reset all");
        }
    }

    /** What a new ticket costs at its arrival, with the trigger and without; and what its words cost a moment later. */
    private void cost(Connection connection, JdbcClient jdbc, SearchIndexer indexer, int examples) throws Exception {
        int from = jdbc.sql("select count(*) from ticket").query(Integer.class).single() + 1;
        for (String state : List.of("disable", "enable", "disable", "enable")) {
            jdbc.sql("alter table ticket " + state + " trigger ticket_opened_to_search")
                    .update();
            long log = WriteAheadLog.position(connection);
            long start = System.nanoTime();
            for (int i = 0; i < MEASURED; i += 20) {
                SearchedTickets.insert(connection, examples, from + i, from + i + 19);
            }
            String with = state.equals("enable") ? "to be searched" : "not searched";
            report.row(PHASE, "a ticket's row, " + with, "us", (System.nanoTime() - start) / 1e3 / MEASURED);
            report.row(
                    PHASE, "its log, " + with, "bytes", (double) (WriteAheadLog.position(connection) - log) / MEASURED);
            from += MEASURED;
        }
        long log = WriteAheadLog.position(connection);
        long start = System.nanoTime();
        int written = 0;
        for (int some = indexer.run(); some > 0; some = indexer.run()) {
            written += some;
        }
        report.row(PHASE, "its words, in the big ledger", "us", (System.nanoTime() - start) / 1e3 / written);
        report.row(
                PHASE,
                "their log, in the big ledger",
                "KB",
                (WriteAheadLog.position(connection) - log) / 1e3 / written);
        jdbc.sql("vacuum analyze").update();
    }

    private void sizes(JdbcClient jdbc) {
        for (String relation : List.of(
                "ticket",
                "ticket_search",
                "ticket_search_by_word",
                "ticket_search_by_arrival",
                "ticket_search_pkey",
                "ticket_by_key")) {
            long bytes = jdbc.sql(
                            "select case when relkind = 'r' then pg_table_size(oid) else pg_relation_size(oid) end"
                                    + " from pg_class where relname = ?")
                    .param(relation)
                    .query(Long.class)
                    .single();
            report.row(PHASE, "size of " + relation, "MB", bytes / 1e6);
        }
        report.row(
                PHASE,
                "words of a ticket",
                "",
                jdbc.sql("select avg(length(words)) from (select words from ticket_search limit 10000) sample")
                        .query(Double.class)
                        .single());
    }

    private void search(SearchService search) {
        var dice = new SplittableRandom(settings.seed);
        Map<String, IntFunction<String>> queries = new LinkedHashMap<>();
        queries.put("number without R", n -> "%s%06x".formatted(day(n), n));
        queries.put("phone in groups", n -> {
            String digits = "%08d".formatted(SearchedTickets.mixed(n));
            return "+86 138 " + digits.substring(0, 4) + " " + digits.substring(4);
        });
        queries.put("mail address", n -> "C%d@example.com".formatted(SearchedTickets.mixed(n / 3 * 3)));
        queries.put("order", n -> "tb 20%s %06d".formatted(day(n), SearchedTickets.mixed(n) % 1_000_000));
        queries.put(
                "last four digits of a phone",
                n -> "%08d".formatted(SearchedTickets.mixed(n)).substring(4));
        queries.put("name of two characters", n -> name(dice, 1));
        queries.put("name of three characters", n -> name(dice, 2));
        queries.put("rare word", n -> "rare" + SearchedTickets.mixed(n) % SearchedTickets.RARE_WORDS);
        queries.put("Chinese word", n -> pick(dice, "生锈", "漏水", "色差", "开胶", "空鼓", "指纹", "噪音", "滤芯"));
        queries.put("two Chinese words", n -> pick(dice, "客服 退款", "快递 破损", "冰箱 制冷", "瓷砖 色差", "安装 师傅"));
        queries.put("Chinese without a space", n -> pick(dice, "冰箱不制冷", "瓷砖色差", "客服态度", "退款一直没到"));
        queries.put("English words", n -> pick(dice, "refund late", "door broken", "delivery damag", "battery"));
        queries.put("one very common word", n -> pick(dice, "the", "一个", "没有", "rare"));
        queries.put("only very common words", n -> pick(dice, "the and to", "没有 一个 客服", "不是 就是 the"));
        queries.put("common words, none has all", n -> pick(dice, "the zzzqqq 没有", "一个 客服 xyzxyz"));
        queries.put("nothing", n -> "qqqq" + n + "zz");
        queries.forEach((name, query) -> {
            double[] millis = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                String typed = query.apply(1 + dice.nextInt(settings.tickets - 3));
                long start = System.nanoTime();
                search.find(search.read(typed), SearchReach.ALL, null, PAGE);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            report.row(PHASE, name + ", p50", "ms", millis[TIMES / 2]);
            report.row(PHASE, name + ", p95", "ms", millis[TIMES * 95 / 100]);
        });
    }

    private static String day(int n) {
        return java.time.Instant.parse("2021-12-01T00:00:00Z")
                .plusSeconds(157L * n)
                .toString()
                .substring(2, 10)
                .replace("-", "");
    }

    private static String name(SplittableRandom dice, int given) {
        var name = new StringBuilder().append(one(dice, SearchedTickets.SURNAMES));
        for (int i = 0; i < given; i++) {
            name.append(one(dice, SearchedTickets.GIVEN));
        }
        return name.toString();
    }

    private static char one(SplittableRandom dice, String of) {
        return of.charAt(dice.nextInt(of.length()));
    }

    private static String pick(SplittableRandom dice, String... of) {
        return of[dice.nextInt(of.length)];
    }
}
