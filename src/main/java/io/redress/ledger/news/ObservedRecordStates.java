package io.redress.ledger.news;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code news_state}: how records stood when they were last seen, and what of them was reported. */
record ObservedRecordStates(JdbcClient jdbc) {

    boolean has(String source, String record, String state) {
        return jdbc.sql("select count(*) from news_state where source = ? and record = ? and state = ?")
                        .params(source, record, state)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
