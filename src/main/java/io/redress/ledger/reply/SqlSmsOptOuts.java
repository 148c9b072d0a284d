package io.redress.ledger.reply;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.reply.sms.SmsOptOuts;
import io.redress.reply.sms.SmsSubscription;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sms_opt_out}. Who is forgotten stays in it: else the next complaint would be answered by what its writer declined. */
public final class SqlSmsOptOuts implements SmsOptOuts {

    private final JdbcClient jdbc;
    private final UnaryOperator<String> marks;
    private final Clock clock;

    /** @param marks makes a keyed digest of a number */
    public SqlSmsOptOuts(JdbcClient jdbc, UnaryOperator<String> marks, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public void set(SmsSubscription subscription) {
        String mark = marks.apply(subscription.number());
        if (subscription.wanted()) {
            jdbc.sql("delete from sms_opt_out where number = ?").param(mark).update();
        } else {
            jdbc.sql("insert into sms_opt_out (number, at) values (?, ?) on conflict do nothing")
                    .params(mark, utc(clock.instant()))
                    .update();
        }
    }

    @Override
    public boolean isOut(String number) {
        return jdbc.sql("select 1 from sms_opt_out where number = ?")
                .param(marks.apply(number))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
