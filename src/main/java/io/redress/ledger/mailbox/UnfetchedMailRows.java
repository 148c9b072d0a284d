package io.redress.ledger.mailbox;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.mailbox.MailRegister.SetAside;
import io.redress.channel.mailbox.MailState;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.intake.ItemState;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.item.ItemRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of mails that could not be fetched, and their items. */
record UnfetchedMailRows(MailboxFolderId place, JdbcClient jdbc, ItemRows items, Clock clock) {

    List<UnfetchedMail> open(long mailbox, String which, Object... values) {
        return jdbc.sql("select uid, tries, item_id, number from mailbox_mail where mailbox = ? and " + which
                        + " order by length(uid), uid")
                .param(mailbox)
                .params(values)
                .query((row, n) -> {
                    String id = row.getString("item_id");
                    var item = id == null ? null : new UnfetchedMail.Item(id, row.getString("number"));
                    return new UnfetchedMail(row.getString("uid"), row.getInt("tries"), item);
                })
                .list();
    }

    void failed(long mailbox, UnfetchedMail mail, Instant nextTry, String why) {
        var batch = new SqlBatch(jdbc);
        missed(batch, mailbox, MailState.FAILED, mail, nextTry, why);
        batch.send();
    }

    void setAside(
            long mailbox,
            UnfetchedMail mail,
            Instant nextTry,
            String why,
            String reason,
            UnfetchedMail.Item item,
            String address) {
        var batch = new SqlBatch(jdbc);
        missed(batch, mailbox, MailState.SET_ASIDE, mail, nextTry, why);
        var attributes =
                Map.of("address", address, "mailbox", place.account(), "folder", place.folder(), "uid", mail.uid());
        var raw = new RawMessage(
                item.id(),
                item.number(),
                place.channel(),
                "email",
                clock.instant(),
                null,
                attributes,
                Original.inline(new byte[0]));
        items.put(batch, raw, null, ItemState.SET_ASIDE, reason, null);
        batch.send();
    }

    private void missed(
            SqlBatch batch, long mailbox, MailState state, UnfetchedMail mail, Instant nextTry, String why) {
        UnfetchedMail.Item item = mail.item();
        batch.add(
                """
                insert into mailbox_mail (mailbox, uid, state, tries, next_try, why, item_id, number, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (mailbox, uid) do update
                set state = excluded.state, tries = excluded.tries, next_try = excluded.next_try, why = excluded.why,
                    item_id = excluded.item_id, number = excluded.number, updated_at = excluded.updated_at
                """,
                mailbox,
                mail.uid(),
                state.key(),
                mail.tries(),
                utc(nextTry),
                PostgresValues.text(why),
                item == null ? null : UUID.fromString(item.id()),
                item == null ? null : item.number(),
                utc(clock.instant()));
    }

    boolean isAwaited(UnfetchedMail.Item item) {
        return jdbc.sql("select count(*) from item where id = ? and state = ?")
                        .params(UUID.fromString(item.id()), ItemState.SET_ASIDE.key())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void gone(long mailbox, Collection<UnfetchedMail> mails, String reason) {
        for (UnfetchedMail mail : mails) {
            var batch = new SqlBatch(jdbc);
            UnfetchedMail.Item item = mail.item();
            if (item != null) {
                batch.add(
                        "update item set state = ?, reason = ?, updated_at = ? where id = ? and state = ?",
                        ItemState.INVALID.key(),
                        reason,
                        utc(clock.instant()),
                        UUID.fromString(item.id()),
                        ItemState.SET_ASIDE.key());
            }
            batch.add("delete from mailbox_mail where mailbox = ? and uid = ?", mailbox, mail.uid());
            batch.send();
        }
    }

    SetAside setAside(long mailbox) {
        List<String[]> all = jdbc.sql("""
                        select uid, why from mailbox_mail where mailbox = ? and state = ?
                        order by length(uid), uid
                        """)
                .params(mailbox, MailState.SET_ASIDE.key())
                .query((row, n) -> new String[] {row.getString("uid"), row.getString("why")})
                .list();
        return all.isEmpty() ? new SetAside(0, null, null) : new SetAside(all.size(), all.get(0)[0], all.get(0)[1]);
    }
}
