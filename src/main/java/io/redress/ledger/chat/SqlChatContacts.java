package io.redress.ledger.chat;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.chat.platform.window.ChatContacts;
import io.redress.ledger.due.RecipientDigests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code chat_contact}. */
public final class SqlChatContacts implements ChatContacts {

    /** No platform has a longer window. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int REMOVED_AT_ONCE = 20;

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
        jdbc.sql("delete from chat_contact where contact in (select contact from chat_contact where heard_at < ?"
                        + " order by heard_at limit ? for update skip locked)")
                .params(utc(at.minus(KEPT)), REMOVED_AT_ONCE)
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
