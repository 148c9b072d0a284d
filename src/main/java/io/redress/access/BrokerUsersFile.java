package io.redress.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/broker-users.yaml} as it is written. */
record BrokerUsersFile(@Nullable Map<String, User> users) {

    record User(
            @Nullable String password,
            @Nullable List<String> reads,
            @Nullable List<String> writes) {

        /** So that no error message shows a password. */
        @Override
        public String toString() {
            return "a user";
        }
    }
}
