package io.redress.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/broker-users.yaml} as it is written; its schema tells what the keys mean. */
record BrokerUsersFile(@Nullable Map<String, User> users) {

    record User(String password, List<String> reads, List<String> writes) {

        /** As the file has it; rights that are left out are null. */
        User {
            reads = reads == null ? List.of() : reads;
            writes = writes == null ? List.of() : writes;
        }

        /** So that no error message shows a password. */
        @Override
        public String toString() {
            return "a user";
        }
    }
}
