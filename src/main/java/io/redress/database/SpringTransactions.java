package io.redress.database;

import io.redress.due.Transactions;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Spring's transactions, for those that know no Spring. */
public record SpringTransactions(TransactionOperations spring) implements Transactions {

    @Override
    public <T> T execute(Supplier<T> work) {
        return Objects.requireNonNull(spring.execute(status -> work.get()), "work gives a result");
    }
}
