package io.redress.ledger.news;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code news_state}: how records stood when they were last seen, and what of them was reported. */
record ObservedRecordStates(JdbcClient jdbc) {

    void saw(String source, String record, @Nullable String state) {
        jdbc.sql("""
                insert into news_state (source, record, state) values (?, ?, ?)
                on conflict (source, record) do update set state = excluded.state
                """).params(source, record, state).update();
    }

    boolean has(String source, String record, String state) {
        return jdbc.sql("select count(*) from news_state where source = ? and record = ? and state = ?")
                        .params(source, record, state)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
