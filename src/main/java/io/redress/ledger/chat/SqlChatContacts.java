package io.redress.ledger.chat;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.chat.platform.window.ChatContacts;
import io.redress.ledger.due.RecipientDigests;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code chat_contact}; the nightly retention run removes contacts whose window is over. */
public final class SqlChatContacts implements ChatContacts {

    private final JdbcClient jdbc;

    public SqlChatContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void heard(String handle, String platform, Instant at) {
        jdbc.sql("""
                insert into chat_contact (contact, platform, heard_at) values (?, ?, ?)
                on conflict (contact) do update
                set platform = excluded.platform, heard_at = greatest(chat_contact.heard_at, excluded.heard_at)
                """)
                .params(RecipientDigests.anonymous(handle), platform, utc(at))
                .update();
    }

    @Override
    public Optional<Contact> of(String handle) {
        return jdbc.sql("select platform, heard_at from chat_contact where contact = ?")
                .param(RecipientDigests.anonymous(handle))
                .query((row, n) -> new Contact(row.getString("platform"), instant(row, "heard_at")))
                .optional();
    }
}
