package io.redress.ledger;

import static io.redress.ledger.Stored.utc;

import io.redress.channel.mailbox.MailRegister.SetAside;
import io.redress.channel.mailbox.MailboxPlace;
import io.redress.channel.mailbox.MissedMail;
import io.redress.intake.ItemState;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of mails that could not be fetched, and their items. */
record MissedMailRows(MailboxPlace place, JdbcClient jdbc, ItemRows items, Clock clock) {

    List<MissedMail> open(long mailbox, String which, Object... values) {
        return jdbc.sql("select uid, tries, item_id, number from mailbox_mail where mailbox = ? and " + which
                        + " order by length(uid), uid")
                .param(mailbox)
                .params(values)
                .query((row, n) -> {
                    String id = row.getString("item_id");
                    var item = id == null ? null : new MissedMail.Item(id, row.getString("number"));
                    return new MissedMail(row.getString("uid"), row.getInt("tries"), item);
                })
                .list();
    }

    void failed(long mailbox, MissedMail mail, Instant nextTry, String why) {
        var writes = new Writes(jdbc);
        missed(writes, mailbox, "failed", mail, nextTry, why);
        writes.send();
    }

    void setAside(
            long mailbox,
            MissedMail mail,
            Instant nextTry,
            String why,
            String reason,
            MissedMail.Item item,
            String address) {
        var writes = new Writes(jdbc);
        missed(writes, mailbox, "set-aside", mail, nextTry, why);
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
        items.put(writes, raw, null, ItemState.SET_ASIDE, reason, null);
        writes.send();
    }

    private void missed(Writes writes, long mailbox, String state, MissedMail mail, Instant nextTry, String why) {
        MissedMail.Item item = mail.item();
        writes.add(
                """
                insert into mailbox_mail (mailbox, uid, state, tries, next_try, why, item_id, number, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (mailbox, uid) do update
                set state = excluded.state, tries = excluded.tries, next_try = excluded.next_try, why = excluded.why,
                    item_id = excluded.item_id, number = excluded.number, updated_at = excluded.updated_at
                """,
                mailbox,
                mail.uid(),
                state,
                mail.tries(),
                utc(nextTry),
                Stored.text(why),
                item == null ? null : UUID.fromString(item.id()),
                item == null ? null : item.number(),
                utc(clock.instant()));
    }

    boolean isAwaited(MissedMail.Item item) {
        return jdbc.sql("select count(*) from item where id = ? and state = ?")
                        .params(UUID.fromString(item.id()), ItemState.SET_ASIDE.key())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void gone(long mailbox, Collection<MissedMail> mails, String reason) {
        for (MissedMail mail : mails) {
            var writes = new Writes(jdbc);
            MissedMail.Item item = mail.item();
            if (item != null) {
                writes.add(
                        "update item set state = ?, reason = ?, updated_at = ? where id = ? and state = ?",
                        ItemState.INVALID.key(),
                        reason,
                        utc(clock.instant()),
                        UUID.fromString(item.id()),
                        ItemState.SET_ASIDE.key());
            }
            writes.add("delete from mailbox_mail where mailbox = ? and uid = ?", mailbox, mail.uid());
            writes.send();
        }
    }

    SetAside setAside(long mailbox) {
        List<String[]> all = jdbc.sql("""
                        select uid, why from mailbox_mail where mailbox = ? and state = 'set-aside'
                        order by length(uid), uid
                        """)
                .param(mailbox)
                .query((row, n) -> new String[] {row.getString("uid"), row.getString("why")})
                .list();
        return all.isEmpty() ? new SetAside(0, null, null) : new SetAside(all.size(), all.get(0)[0], all.get(0)[1]);
    }
}
